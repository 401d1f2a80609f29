export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '县里的规矩' });
