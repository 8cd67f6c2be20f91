import { realNameWords } from '../../../copy/real-name';

export default definePageConfig({ navigationBarTitleText: realNameWords.title });
