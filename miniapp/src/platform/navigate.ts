import Taro from '@tarojs/taro';

export type Tab = 'home' | 'services' | 'booking' | 'mine';

type Query = Readonly<Record<string, string>>;

/** Every page that is not a tab, by the name the screens use for it. */
const pages = {
  later: '/pages/later/index',
  wizard: '/packages/relief/wizard/index',
  result: '/packages/relief/result/index',
  kept: '/packages/relief/kept/index',
  sheet: '/packages/relief/sheet/index',
  keptResult: '/packages/relief/kept-result/index',
  programme: '/packages/relief/programme/index',
  library: '/packages/relief/library/index',
  guide: '/packages/relief/guide/index',
  urgent: '/packages/relief/urgent/index',
  whatIf: '/packages/relief/what-if/index',
  about: '/packages/mine/about/index',
} as const;

export type PageName = keyof typeof pages;

export function openPage(page: PageName, query: Query = {}): void {
  void Taro.navigateTo({ url: urlOf(page, query) }).catch(() => Taro.redirectTo({ url: urlOf(page, query) }));
}

/** Opens a page in place of this one, so that 返回 does not lead back here. */
export function replacePage(page: PageName, query: Query = {}): void {
  void Taro.redirectTo({ url: urlOf(page, query) });
}

export function openTab(tab: Tab): void {
  void Taro.switchTab({ url: `/pages/${tab}/index` });
}

/** To the page before this one; to the home tab when there is none (opened from a link). */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab('home');
}

function urlOf(page: PageName, query: Query): string {
  const text = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return text === '' ? pages[page] : `${pages[page]}?${text}`;
}
