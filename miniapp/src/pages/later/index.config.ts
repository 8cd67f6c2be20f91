export default definePageConfig({ navigationBarTitleText: '津门民政' });
