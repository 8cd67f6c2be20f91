import { payeeWords } from '../../../../copy/money';

export default definePageConfig({
  navigationBarTitleText: payeeWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
