import { applicationWords } from '../../../copy/case';

export default definePageConfig({
  navigationBarTitleText: applicationWords.title,
  navigationBarBackgroundColor: '#F3F5F1',
  backgroundColor: '#F3F5F1',
  enablePullDownRefresh: true,
});
