/** Paths of the app's pages, as both phones know them. */
export const pages = {
  home: 'pages/home/index',
  wizard: 'packages/relief/wizard/index',
  result: 'packages/relief/result/index',
  urgent: 'packages/relief/urgent/index',
  programme: 'packages/relief/programme/index',
  library: 'packages/relief/library/index',
  guide: 'packages/relief/guide/index',
  kept: 'packages/relief/kept/index',
  sheet: 'packages/relief/sheet/index',
  mine: 'pages/mine/index',
  consents: 'packages/mine/consents/index',
  notices: 'packages/mine/notices/index',
  realName: 'packages/mine/real-name/index',
  signIn: 'packages/mine/sign-in/index',
} as const;
