export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '试投' });
