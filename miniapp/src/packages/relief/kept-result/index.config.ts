import { keep } from '../../../copy/keep';

export default definePageConfig({
  navigationBarTitleText: keep.list.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
