export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '代表建议' });
