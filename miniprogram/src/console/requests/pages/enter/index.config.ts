export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '替人登记' });
