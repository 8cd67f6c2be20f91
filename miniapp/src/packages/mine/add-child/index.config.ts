import { addChildWords } from '../../../copy/helping';

export default definePageConfig({ navigationBarTitleText: addChildWords.title });
