export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '动态码' });
