import { noticeWords } from '../../../copy/notices';

export default definePageConfig({ navigationBarTitleText: noticeWords.title });
