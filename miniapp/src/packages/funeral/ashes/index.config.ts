import { funeralTitles } from '../../../copy/funeral-titles';

export default definePageConfig({ navigationBarTitleText: funeralTitles.ashes });
