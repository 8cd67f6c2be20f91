import { doneWords } from '../../../../copy/submit';

export default definePageConfig({
  navigationBarTitleText: doneWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
