export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '名册' });
