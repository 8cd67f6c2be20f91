export default definePageConfig({
  navigationBarTitleText: '遇到急事、难事',
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
