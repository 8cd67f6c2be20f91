import { sheet } from '../../../copy/sheet';

export default definePageConfig({
  navigationBarTitleText: sheet.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
