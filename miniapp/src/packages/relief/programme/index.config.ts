export default definePageConfig({
  navigationBarTitleText: '这一项怎么办',
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
