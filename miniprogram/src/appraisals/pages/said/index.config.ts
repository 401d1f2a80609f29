export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '大家写的话' });
