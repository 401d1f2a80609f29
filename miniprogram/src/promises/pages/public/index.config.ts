export default definePageConfig({
  navigationStyle: 'custom',
  navigationBarTitleText: '年终承诺报告',
  enableShareAppMessage: true,
});
