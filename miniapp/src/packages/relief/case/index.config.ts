import { caseWords } from '../../../copy/case';

export default definePageConfig({
  navigationBarTitleText: caseWords.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
  enablePullDownRefresh: true,
});
