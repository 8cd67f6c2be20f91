export default definePageConfig({
  navigationBarTitleText: '初步看看的结果',
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
