export default definePageConfig({
  navigationStyle: 'custom',
  navigationBarTitleText: '答应改的',
  enableShareAppMessage: true,
});
