import { tabNames } from '../../copy/shell';

export default definePageConfig({ navigationBarTitleText: tabNames.booking });
