import { memberWords } from '../../../../copy/apply';

export default definePageConfig({
  navigationBarTitleText: memberWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
