export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '写的话' });
