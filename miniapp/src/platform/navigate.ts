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
  urgent: '/packages/urgent/call/index',
  urgentSent: '/packages/urgent/sent/index',
  whatIf: '/packages/relief/what-if/index',
  apply: '/packages/relief/apply/index',
  applyChoose: '/packages/relief/choose/index',
  applyMembers: '/packages/relief/apply/members/index',
  payee: '/packages/relief/apply/payee/index',
  applyReview: '/packages/relief/apply/review/index',
  applyDone: '/packages/relief/apply/done/index',
  caseDetail: '/packages/relief/case/index',
  dispute: '/packages/relief/dispute/index',
  funeralAshes: '/packages/funeral/ashes/index',
  funeralAsk: '/packages/funeral/ask/index',
  funeralCertificate: '/packages/funeral/certificate/index',
  funeralChange: '/packages/funeral/change/index',
  funeralChoose: '/packages/funeral/choose/index',
  funeralCompany: '/packages/funeral/company/index',
  funeralConfirm: '/packages/funeral/confirm/index',
  funeralContact: '/packages/funeral/contact/index',
  funeralDeceased: '/packages/funeral/deceased/index',
  funeralDone: '/packages/funeral/done/index',
  funeralFarewell: '/packages/funeral/farewell/index',
  funeralGuide: '/packages/funeral/guide/index',
  funeralJoin: '/packages/funeral/join/index',
  funeralKin: '/packages/funeral/kin/index',
  funeralKinship: '/packages/funeral/kinship/index',
  funeralMemory: '/packages/funeral/memory/index',
  funeralPapers: '/packages/funeral/papers/index',
  funeralPasses: '/packages/funeral/passes/index',
  funeralPrices: '/packages/funeral/prices/index',
  funeralStart: '/packages/funeral/start/index',
  funeralVoyages: '/packages/funeral/voyages/index',
  funeralWay: '/packages/funeral/way/index',
  funeralWishes: '/packages/funeral/wishes/index',
  counselling: '/packages/marriage/counselling/index',
  marriageBefore: '/packages/marriage/before/index',
  marriageBookings: '/packages/marriage/bookings/index',
  marriageChange: '/packages/marriage/change/index',
  marriageDivorce: '/packages/marriage/divorce/index',
  marriageGuide: '/packages/marriage/guide/index',
  marriageInvite: '/packages/marriage/invite/index',
  marriageKinds: '/packages/marriage/kinds/index',
  marriageMonth: '/packages/marriage/month/index',
  marriageParties: '/packages/marriage/parties/index',
  marriagePass: '/packages/marriage/pass/index',
  marriageReview: '/packages/marriage/review/index',
  marriageSlots: '/packages/marriage/slots/index',
  marriageVenue: '/packages/marriage/venue/index',
  marriageVenues: '/packages/marriage/venues/index',
  marriageWaitlist: '/packages/marriage/waitlist/index',
  noShows: '/packages/marriage/no-shows/index',
  about: '/packages/mine/about/index',
  addChild: '/packages/mine/add-child/index',
  adult: '/packages/mine/adult/index',
  appeal: '/packages/mine/appeal/index',
  applications: '/packages/mine/applications/index',
  askHelp: '/packages/mine/ask-help/index',
  authorise: '/packages/mine/authorise/index',
  complaints: '/packages/mine/complaints/index',
  consents: '/packages/mine/consents/index',
  given: '/packages/mine/given/index',
  leave: '/packages/mine/leave/index',
  myData: '/packages/mine/my-data/index',
  papers: '/packages/mine/papers/index',
  gavePapers: '/packages/mine/gave-papers/index',
  promise: '/packages/mine/promise/index',
  helping: '/packages/mine/helping/index',
  notices: '/packages/mine/notices/index',
  reportChange: '/packages/mine/report-change/index',
  realName: '/packages/mine/real-name/index',
  rules: '/packages/mine/rules/index',
  seen: '/packages/mine/seen/index',
  signatures: '/packages/mine/signatures/index',
  signIn: '/packages/mine/sign-in/index',
  stopped: '/packages/mine/stopped/index',
  stopHelp: '/packages/mine/stop-help/index',
  signInTurn: '/packages/mine/sign-in-turn/index',
} as const;

export type PageName = keyof typeof pages;

export function openPage(page: PageName, query: Query = {}): void {
  void Taro.navigateTo({ url: pathOf(page, query) }).catch(() => Taro.redirectTo({ url: pathOf(page, query) }));
}

/** Opens a page in place of this one, so that 返回 does not lead back here. */
export function replacePage(page: PageName, query: Query = {}): void {
  void Taro.redirectTo({ url: pathOf(page, query) });
}

/** Where someone goes on after signing in; without it, on the page that asked. */
export interface ReturnTo {
  readonly page: PageName;
  readonly query?: Query;
}

/**
 * Asks for signing in and comes back. The page that asked stays under it with everything typed, and is shown again
 * (`usePageShown`) whether or not someone signed in.
 */
export function signInThen(returnTo?: ReturnTo): void {
  openPage('signIn', returnTo ? { after: JSON.stringify(returnTo) } : {});
}

/** What stood in the address of the sign-in page; only pages of ours are gone to. */
export function returnToFrom(text: string | undefined): ReturnTo | undefined {
  try {
    const { page, query } = JSON.parse(text ?? '') as { page?: unknown; query?: unknown };
    if (typeof page !== 'string' || !Object.hasOwn(pages, page)) return undefined;
    const asked = typeof query === 'object' && query !== null ? Object.entries(query) : [];
    return { page: page as PageName, query: Object.fromEntries(asked.map(([name, value]) => [name, String(value)])) };
  } catch {
    return undefined;
  }
}

export function openTab(tab: Tab): void {
  void Taro.switchTab({ url: `/pages/${tab}/index` });
}

/** To the page before this one; to the home tab when there is none (opened from a link). */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab('home');
}

/** To the page before this one; to the page it is a part of when there is none (the app was killed here, and opened again). */
export function goBackTo({ page, query }: ReturnTo): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else replacePage(page, query);
}

/** A page of ours with what it needs to know, as an address inside the app. */
export function pathOf(page: PageName, query: Query): string {
  const text = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return text === '' ? pages[page] : `${pages[page]}?${text}`;
}
