export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '答应的事' });
