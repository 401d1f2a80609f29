export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '打印代表码' });
