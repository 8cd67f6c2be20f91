import { formWords } from '../../../copy/apply';

export default definePageConfig({
  navigationBarTitleText: formWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
