import { libraryWords } from '../../../copy/library';

export default definePageConfig({
  navigationBarTitleText: libraryWords.pageTitle,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
