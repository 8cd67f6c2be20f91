import { appealWords } from '../../../copy/appeal';

export default definePageConfig({
  navigationBarTitleText: appealWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
