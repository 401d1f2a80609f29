export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '要办的' });
