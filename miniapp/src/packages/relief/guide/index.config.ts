import { guidePage } from '../../../copy/library';

export default definePageConfig({
  navigationBarTitleText: guidePage.pageTitle,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
