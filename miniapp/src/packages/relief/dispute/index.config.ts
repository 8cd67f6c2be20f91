import { disputeWords } from '../../../copy/refusal';

export default definePageConfig({
  navigationBarTitleText: disputeWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
