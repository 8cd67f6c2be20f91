import { chooseWords } from '../../../copy/apply';

export default definePageConfig({
  navigationBarTitleText: chooseWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
