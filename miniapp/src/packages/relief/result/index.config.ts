import { result } from '../../../copy/result';

export default definePageConfig({
  navigationBarTitleText: result.pageTitle,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
