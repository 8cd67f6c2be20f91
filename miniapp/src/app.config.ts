export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/booking/index', 'pages/mine/index', 'pages/later/index'],
  subPackages: [
    { root: 'packages/relief', pages: ['wizard/index', 'result/index', 'programme/index', 'urgent/index'] },
    { root: 'packages/mine', pages: ['about/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/relief'] },
  },
  window: {
    navigationBarTitleText: '津门民政',
    navigationBarBackgroundColor: '#F3F5F1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F3F5F1',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#475655',
    selectedColor: '#0B5D57',
    backgroundColor: '#FFFFFF',
    borderStyle: 'black',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/services/index', text: '办事' },
      { pagePath: 'pages/booking/index', text: '预约' },
      { pagePath: 'pages/mine/index', text: '我的' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
  __usePrivacyCheck__: true,
});
