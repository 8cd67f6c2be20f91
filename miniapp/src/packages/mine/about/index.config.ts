import { about } from '../../../copy/mine';

export default definePageConfig({ navigationBarTitleText: about.title });
