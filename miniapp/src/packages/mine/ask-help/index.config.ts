import { askHelpWords } from '../../../copy/helping';

export default definePageConfig({ navigationBarTitleText: askHelpWords.title });
