export default definePageConfig({
  navigationStyle: 'custom',
  navigationBarTitleText: '答应改的事',
  enableShareAppMessage: true,
});
