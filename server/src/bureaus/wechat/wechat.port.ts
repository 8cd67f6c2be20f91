/** What WeChat says to a login code. */
export type CodeAnswer =
  | { readonly kind: 'signed-in'; readonly openid: string }
  /** The code is wrong, too old or was used: `wx.login` makes a new one. */
  | { readonly kind: 'sign-in-again' }
  /** WeChat holds this user for high-risk; only a person can help. */
  | { readonly kind: 'blocked' }
  /** More than a hundred sign-ins a minute by one user. */
  | { readonly kind: 'too-often' }
  /** WeChat does not answer, answers nonsense, or refuses us. Says nothing of the user. */
  | { readonly kind: 'unavailable' };

/** A subscription message; its data are checked against the kinds of their keys by whoever makes it. */
export interface SubscriptionMessage {
  readonly openid: string;
  readonly template: string;
  /** Where a tap leads, e.g. `packages/relief/case/index?id=…`. */
  readonly page?: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * What came of a message. `refused`: 43101, final, the grant is gone. `impossible`: this message will never go, the
 * mistake is ours (template, page, field, openid). `later`: nobody knows or WeChat is busy; another try may succeed.
 */
export type MessageAnswer = 'sent' | 'refused' | 'impossible' | 'later';

/** WeChat's servers, for our mini-program. */
export abstract class Wechat {
  /** Whether there is an account at all (`WECHAT_APP_ID`). */
  abstract readonly connected: boolean;

  /**
   * Whose login code it is. A code is good once: ask once. The session key that WeChat sends along is thrown away.
   * @throws Error while a transaction is open.
   */
  abstract redeem(code: string): Promise<CodeAnswer>;

  /** @throws Error while a transaction is open. */
  abstract send(message: SubscriptionMessage): Promise<MessageAnswer>;
}
