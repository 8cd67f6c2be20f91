import { appName } from '../../copy/shell';

export default definePageConfig({ navigationBarTitleText: appName });
