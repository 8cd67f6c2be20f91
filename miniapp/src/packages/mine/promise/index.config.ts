import { paperWords } from '../../../copy/papers';

export default definePageConfig({ navigationBarTitleText: paperWords.sign.title });
