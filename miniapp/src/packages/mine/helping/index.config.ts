import { helpingWords } from '../../../copy/helping';

export default definePageConfig({ navigationBarTitleText: helpingWords.title });
