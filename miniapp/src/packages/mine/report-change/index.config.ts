import { changeWords } from '../../../copy/money';

export default definePageConfig({ navigationBarTitleText: changeWords.title });
