import { reviewWords } from '../../../../copy/submit';

export default definePageConfig({
  navigationBarTitleText: reviewWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
