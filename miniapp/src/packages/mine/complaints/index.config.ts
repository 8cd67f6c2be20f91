import { complaintWords } from '../../../copy/complaints';

export default definePageConfig({ navigationBarTitleText: complaintWords.title });
