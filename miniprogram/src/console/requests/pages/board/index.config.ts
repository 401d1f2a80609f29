export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '公开栏' });
