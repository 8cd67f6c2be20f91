import { urgent } from '../../../copy/urgent';

export default definePageConfig({
  navigationBarTitleText: urgent.sent.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
  enablePullDownRefresh: true,
});
