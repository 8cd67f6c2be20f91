import type { Upstream } from '../../../platform/config/bureau-address';

/**
 * What a message to a bureau carries of somebody, and by which row it is theirs: its order is that row's id. Whose handler
 * says whose it is (`OutboxHandler.whose`) is theirs alone.
 */
export interface SharedTopic {
  readonly table: string;
  readonly matter: string;
  readonly what: string;
  /** Why, where it is not what the matter rests on: the yes to a matter is of whoever began it. */
  readonly basis?: readonly string[];
}

const RELIEF_BUREAUS = ['social-assistance', 'disability-benefits', 'child-welfare', 'eldercare'];

const aboutCases: Readonly<Record<string, string>> = {
  'case-filed': '您的申请：姓名、身份证号、电话、住址、家里人和您填的情况',
  'item-added': '申请里多出来的一项，和这一项要看的情况',
  withdrawn: '您撤回了申请',
  'case-message': '您补的材料、改的内容或者说的话',
};

/** Whoever signs for a relative's application said yes to that alone, and somebody else may have signed in their name. */
const bySignature = ['有一个字是用您的名字签的。不是您签的，在“我签过的字”里收回'];
const signed = (table: string, what: string) => ({ table, matter: 'relief', what, basis: bySignature });

const ofCases = Object.fromEntries(
  RELIEF_BUREAUS.flatMap((bureau) =>
    Object.entries(aboutCases).map(([event, what]) => [
      `${bureau}.${event}`,
      { table: 'relief_case', matter: 'relief', what },
    ]),
  ),
);

const of = (table: string, matter: string, what: string): SharedTopic => ({ table, matter, what });

/** By topic of the outbox. disclosures.int-spec.ts: a topic that is carried and stands in neither list fails. */
export const sharedTopics: Readonly<Record<string, SharedTopic>> = {
  ...ofCases,
  ...Object.fromEntries(
    RELIEF_BUREAUS.map((bureau) => [
      `${bureau}.authorisation-told`,
      signed('relief_case', '您的姓名、身份证号，有没有签字让查收入和存款'),
    ]),
  ),
  'social-assistance.check-reported': of('relief_case', 'relief', '查收入和财产的结果'),
  'means-verification.check-requested': signed('relief_means_check', '姓名、身份证号，用来查收入和财产'),
  'means-verification.check-cancelled': signed('relief_means_check', '不用再查了'),
  'social-assistance.urgent-asked': of('urgent_request', 'urgent', '您的求助：在哪里、出了什么事、怎么联系'),
  'social-assistance.urgent-reminded': of('urgent_request', 'urgent', '再催一次您的求助'),
  'marriage-registration.confirmed': of('booking', 'bookings', '您的预约：姓名、身份证号、电话、哪天来'),
  'marriage-registration.moved': of('booking', 'bookings', '预约改了时间'),
  'marriage-registration.cancelled': of('booking', 'bookings', '预约取消了'),
  'marriage-registration.suspended': of('booking', 'bookings', '预约先停下'),
  'marriage-registration.review-asked': of('marriage_review', 'bookings', '您的姓名、身份证号，用来先查一查'),
  'sea-scattering.confirmed': of('booking', 'farewells', '登记的内容：逝者、家里人、哪班船'),
  'sea-scattering.moved': of('booking', 'farewells', '换了一班船'),
  'sea-scattering.suspended': of('booking', 'farewells', '这班船先不开'),
  'sea-scattering.cancelled': of('booking', 'farewells', '这班船不去了'),
  'sea-scattering.party-changed': of('booking', 'farewells', '一起去的家里人有变化'),
  'identity.principal-asked': of('mandate', 'family', '托您办事的人的姓名、身份证号'),
  'identity.kinship-asked': of('dependant', 'family', '您和孩子（或被监护人）的姓名、身份证号'),
  'sms.mandate-read-back': of('mandate', 'family', '托您办事的人的电话，和一条短信'),
  'sms.mandate-payee-changed': of('mandate', 'family', '托您办事的人的电话，和一条短信'),
  'sms.notice-sent': of('notice', 'messages', '您的电话，和一条短信'),
  'wechat.notice-sent': of('notice', 'messages', '一条微信消息'),
};

/** What a question tells that a bureau is asked at once, without the outbox; of whom is said by whoever asks it. */
export const askedTopics = {
  'identity.person-asked': { bureau: 'identity', matter: 'real-name', what: '您填的姓名和身份证号' },
  'identity.deceased-asked': {
    bureau: 'identity',
    matter: 'relatives',
    what: '姓名和身份证号，家里人来要资料时查对人还在不在',
  },
  'identity.partner-asked': {
    bureau: 'identity',
    matter: 'bookings',
    what: '您在这部手机上填的另一位的姓名和身份证号',
  },
  'identity.signer-asked': {
    bureau: 'identity',
    matter: 'relief',
    what: '在您手机上签字的家里人的姓名和身份证号',
  },
} as const satisfies Readonly<Record<string, Omit<SharedTopic, 'table'> & { readonly bureau: Upstream }>>;

/** Carries what belongs to nobody with a row here: no resident reads of it, but the privacy text names who gets it. */
export const ofNobodyHere: Readonly<Record<string, Pick<SharedTopic, 'matter'> & { readonly why: string }>> = {
  'sms.signature-link-sent': {
    matter: 'relief',
    why: 'the number of a relative, typed by the applicant for this one message; kept nowhere',
  },
};

/** Carries nothing of anybody's. */
export const sharesNothing: Readonly<Record<string, string>> = {
  'marriage-registration.desk-answered': 'a yes or a no to the counter that asked',
  'sea-scattering.phone-answered': 'a yes or a no to the desk that asked',
};
