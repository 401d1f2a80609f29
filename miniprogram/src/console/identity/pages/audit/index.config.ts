export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '日志' });
