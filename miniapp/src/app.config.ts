import { appName, tabs } from './copy/shell';

/** The two pictures of a tab are 81 × 81 PNG files in the package: WeChat takes neither SVG nor an address here. */
const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-on.png`,
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/booking/index', 'pages/mine/index', 'pages/later/index'],
  subPackages: [
    {
      root: 'packages/relief',
      pages: [
        'wizard/index',
        'result/index',
        'programme/index',
        'library/index',
        'guide/index',
        'what-if/index',
        'kept/index',
        'kept-result/index',
        'sheet/index',
        'choose/index',
        'apply/index',
        'apply/members/index',
        'apply/payee/index',
        'apply/review/index',
        'apply/done/index',
        'case/index',
        'dispute/index',
      ],
    },
    {
      root: 'packages/mine',
      pages: [
        'about/index',
        'add-child/index',
        'adult/index',
        'appeal/index',
        'applications/index',
        'ask-help/index',
        'authorise/index',
        'complaints/index',
        'consents/index',
        'helping/index',
        'notices/index',
        'papers/index',
        'promise/index',
        'real-name/index',
        'report-change/index',
        'sign-in/index',
        'sign-in-turn/index',
        'signatures/index',
        'stop-help/index',
      ],
    },
    // Of its own, so that somebody in an emergency waits for nothing else.
    { root: 'packages/urgent', pages: ['call/index', 'sent/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/urgent', 'packages/relief'] },
    'pages/services/index': { network: 'all', packages: ['packages/urgent', 'packages/relief'] },
    'pages/booking/index': { network: 'all', packages: ['packages/urgent'] },
    'pages/mine/index': { network: 'all', packages: ['packages/urgent', 'packages/mine'] },
  },
  window: {
    navigationBarTitleText: appName,
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
    list: tabs.map(({ name, text }) => tab(name, text)),
  },
  // In the browser a page left within its 300 ms of sliding in came back blank: nothing slides there.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
  __usePrivacyCheck__: true,
});
