export default definePageConfig({ navigationBarTitleText: '关于和依据' });
