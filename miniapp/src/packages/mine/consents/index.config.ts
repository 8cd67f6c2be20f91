import { consentWords } from '../../../copy/consents';

export default definePageConfig({ navigationBarTitleText: consentWords.title });
