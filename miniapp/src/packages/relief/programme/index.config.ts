import { programmePage } from '../../../copy/result';

export default definePageConfig({
  navigationBarTitleText: programmePage.pageTitle,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
