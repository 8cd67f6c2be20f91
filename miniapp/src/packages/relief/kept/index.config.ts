export default definePageConfig({
  navigationBarTitleText: '留着的结果',
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
