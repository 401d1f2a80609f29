export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '整改' });
