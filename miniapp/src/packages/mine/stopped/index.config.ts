import { stoppedWords } from '../../../copy/stopped';

export default definePageConfig({ navigationBarTitleText: stoppedWords.title });
