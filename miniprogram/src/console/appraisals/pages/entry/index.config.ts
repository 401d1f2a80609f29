export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '录纸票' });
