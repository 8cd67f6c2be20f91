export default definePageConfig({
  navigationBarTitleText: '看看可能符合哪几项',
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
