export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '纸票本' });
