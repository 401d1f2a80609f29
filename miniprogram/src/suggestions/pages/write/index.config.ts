export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '写代表建议' });
