import { stopHelpWords } from '../../../copy/helping';

export default definePageConfig({ navigationBarTitleText: stopHelpWords.title });
