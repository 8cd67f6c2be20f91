import { marriageTitles } from '../../../copy/marriage-titles';

export default definePageConfig({ navigationBarTitleText: marriageTitles.parties, enableShareAppMessage: true });
