import { myData } from '../../../copy/my-data';

export default definePageConfig({ navigationBarTitleText: myData.gave.title });
