export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '我的代表建议' });
