import { wizard } from '../../../copy/wizard';

export default definePageConfig({
  navigationBarTitleText: wizard.title,
  navigationBarBackgroundColor: '#FBF6EC',
  backgroundColor: '#FBF6EC',
});
