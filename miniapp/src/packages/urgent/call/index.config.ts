import { urgent } from '../../../copy/urgent';

export default definePageConfig({
  navigationBarTitleText: urgent.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
