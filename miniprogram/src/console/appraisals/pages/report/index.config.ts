export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '评议报告' });
