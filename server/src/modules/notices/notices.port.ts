/** What a message is about. Its words are this module's data (`notice-texts.ts`); a topic never tells an outcome. */
export const NOTICE_TOPICS = [
  'application-progress',
  'paper-requested',
  'paper-due',
  'decision',
  'payment',
  'payee',
  'payee-changed',
  'follow-up',
  'complaint',
  'booking-confirmed',
  'booking-tomorrow',
  'booking-asked',
  'booking-unanswered',
  'booking-said-elsewhere',
  'booking-not-confirmed',
  'booking-moved',
  'booking-cancelled',
  'booking-displaced',
  'booking-missed',
  'booking-word-at-desk',
  'place-kept',
  'voyage-changed',
  'voyage-off',
  'voyage-suggested',
  'voyage-confirmed',
  'voyage-moved',
  'voyage-called-off',
  'voyage-tomorrow',
  'waiting-over',
  'look-again',
  'stopped-by-mistake',
  'known-elsewhere',
  'signed-in-your-name',
  'farewell-relative-asks',
  'farewell-relative-answered',
  'farewell-relative-joined',
  'farewell-relative-spoke',
  'farewell-relative-out',
  'farewell-handed-over',
  'farewell-yours-now',
  'farewell-certificate',
  'farewell-yearly',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/**
 * What a message can lead to; the database keeps no list of them. `invitation`: what somebody was asked by a link they
 * opened; nobody keeps a number for it, so it goes to their own phone alone.
 */
export const NOTICE_SUBJECTS = [
  'application',
  'complaint',
  'booking',
  'invitation',
  'waiting',
  'farewell',
  'look-again',
  'taken-back',
  'known-elsewhere',
  'signature',
] as const;

export interface NewNotice {
  readonly accountId: string;
  readonly topic: NoticeTopic;
  /** Where a tap leads. */
  readonly about: NoticeSubject;
}

export interface NoticeSubject {
  readonly kind: (typeof NOTICE_SUBJECTS)[number];
  readonly id: string;
}

/** Tells a resident that there is something to look at. */
export abstract class Notices {
  /**
   * Puts the message into the app's inbox at once and sees to the other ways it may take, inside the caller's
   * transaction: without the step it tells of there is no message. To somebody who died there is none either.
   * @throws Error when no transaction is open.
   */
  abstract post(notice: NewNotice): Promise<void>;
}

/** How to reach the person something is about. */
export interface NoticeContact {
  /** Whole; only a masked form of it leaves the server. */
  readonly name: string;
  readonly phone?: string;
  /** Code of the street whose clerks may call; of a district where no street is in charge: operators call then. */
  readonly office: string;
}

/**
 * Whoever keeps what a message is about knows whom to reach; a provider that extends it is found by itself. Nothing of
 * it is copied: a number is asked for when it is needed, and not before.
 */
export abstract class NoticeContacts {
  abstract readonly kind: NoticeSubject['kind'];

  /**
   * None when there is no such thing any more.
   * @param accountId whom the message is for: a thing may be several people's, and each is reached at their own number.
   */
  abstract find(id: string, accountId: string): Promise<NoticeContact | undefined>;
}
