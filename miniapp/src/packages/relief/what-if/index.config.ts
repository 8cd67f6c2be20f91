import { whatIf } from '../../../copy/what-if';

export default definePageConfig({
  navigationBarTitleText: whatIf.pageTitle,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
