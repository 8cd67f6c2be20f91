import type { CivilDate } from '../kernel/civil-date';

/** `POST /sessions/wechat`, `POST /sessions/refresh`. The refresh token is good once; the next answer carries a new one. */
export interface SessionView {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds the access token is good for. */
  readonly expiresIn: number;
}

/** `GET /me`. Numbers and names are masked by the server (security.md 1F); the phone never holds them whole. */
export interface MeView {
  readonly accountId: string;
  /** What they act under. Absent until the identity bureau confirmed name and number, and while it is withheld. */
  readonly realName?: ConfirmedNameView;
  /** Confirmed, and kept, but there is no yes to its use: nothing new is done under it until there is one again. */
  readonly withheldName?: ConfirmedNameView;
}

export interface ConfirmedNameView {
  /** e.g. `张*`. */
  readonly name: string;
  /** e.g. `1****************X`. */
  readonly idNumber: string;
  readonly birth: CivilDate;
  readonly verifiedAt: string;
}

/** `POST /identity/verifications`: the same answer for a wrong number, a wrong name and a person who is not there. */
export interface VerificationView {
  readonly outcome: 'verified' | 'not-confirmed' | 'later';
  /** What a resident reads when it is not `verified`. */
  readonly words?: string;
}

/** One purpose personal data is used for, with the text in force (`shared/src/residents/consent-texts.ts`). */
export interface ConsentView {
  readonly purpose: string;
  readonly title: string;
  readonly text: string;
  readonly version: number;
  /** `outdated`: said yes to an older text; asked again. */
  readonly state: 'given' | 'refused' | 'withdrawn' | 'outdated' | 'not-asked';
  /** When it came to that; absent for `not-asked`. */
  readonly at?: string;
  /** What stops working without it. */
  readonly without: string;
  /** What they answered, where that was another version of the words. */
  readonly answered?: { readonly title: string; readonly text: string; readonly without: string };
}

/** One message in the app's inbox. Never a decision, an illness, a death or an income in `title` or `line`. */
export interface NoticeView {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly at: string;
  readonly read: boolean;
  /** Where a tap leads. */
  readonly about?: {
    readonly kind:
      | 'application'
      | 'complaint'
      | 'booking'
      | 'invitation'
      | 'waiting'
      | 'farewell'
      | 'look-again'
      | 'taken-back'
      | 'known-elsewhere'
      | 'signature';
    readonly id: string;
  };
}

/** `GET /notices/templates`: what may be asked for in a tap (`wx.requestSubscribeMessage`); empty where WeChat is not connected. */
export interface SubscriptionTemplatesView {
  readonly templates: readonly { readonly id: string; readonly topic: 'application-progress' }[];
}
