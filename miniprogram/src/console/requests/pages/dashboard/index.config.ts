export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '看板' });
