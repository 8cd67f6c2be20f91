/** What a message is about. Its words are this module's data (`notice-texts.ts`); a topic never tells an outcome. */
export const NOTICE_TOPICS = ['application-progress', 'paper-requested', 'decision'] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

export interface NewNotice {
  readonly accountId: string;
  readonly topic: NoticeTopic;
  /** Where a tap leads. */
  readonly about: { readonly kind: 'application'; readonly id: string };
}

/** Tells a resident that there is something to look at. */
export abstract class Notices {
  /**
   * Puts the message into the app's inbox at once and sees to the other ways it may take, inside the caller's
   * transaction: without the step it tells of there is no message.
   * @throws Error when no transaction is open.
   */
  abstract post(notice: NewNotice): Promise<void>;
}
