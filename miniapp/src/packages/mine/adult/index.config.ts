import { adultWords } from '../../../copy/adults';

export default definePageConfig({ navigationBarTitleText: adultWords.adult.plain, enableShareAppMessage: true });
