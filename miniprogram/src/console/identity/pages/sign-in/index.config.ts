export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '电脑登录' });
