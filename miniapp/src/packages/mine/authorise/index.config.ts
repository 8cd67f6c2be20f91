import { adultWords } from '../../../copy/adults';

export default definePageConfig({ navigationBarTitleText: adultWords.link.title });
