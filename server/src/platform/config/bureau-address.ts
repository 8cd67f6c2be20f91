/** The upstream systems that speak the signed protocol (design §7), by the code that names them everywhere. */
export const BUREAU_CODES = [
  'child-welfare',
  'disability-benefits',
  'eldercare',
  'funeral-affairs',
  'identity',
  'marriage-registry',
  'means-verification',
  'social-assistance',
] as const;

export type BureauCode = (typeof BUREAU_CODES)[number];

/** Whoever a message of the outbox may be for: WeChat and the text-message gateway have rules of their own. */
export const UPSTREAMS = [...BUREAU_CODES, 'sms', 'wechat'] as const;

export type Upstream = (typeof UPSTREAMS)[number];

/** A key of HMAC-SM3 and the id it goes by on the wire. */
export interface SigningKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Where a bureau answers, and what both sides sign with; a key of its own for each direction. */
export interface BureauAddress {
  /** Without a trailing slash. */
  readonly url: string;
  /** Where its name must lead to; absent = somewhere public, and outside production this machine too. */
  readonly networks?: readonly string[];
  /** What we sign with. */
  readonly send: SigningKey;
  /** What its callbacks are signed with: one key, or the old and the new while the bureau changes over. */
  readonly receive: readonly SigningKey[];
}

/** Our mini-program's account at WeChat. */
export interface WechatAccount {
  /** Without a trailing slash. */
  readonly url: string;
  /** As of a bureau: a gateway of the city's own may stand between. */
  readonly networks?: readonly string[];
  readonly appId: string;
  readonly appSecret: string;
  /** The subscription message that says an application moved on; absent = WeChat granted none. */
  readonly progressTemplate?: string;
}
