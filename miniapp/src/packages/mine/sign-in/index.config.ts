import { signInWords } from '../../../copy/sign-in';

export default definePageConfig({ navigationBarTitleText: signInWords.title });
