import type { CaseMessage, CommonEvent } from '../../../bureaus/common-messages/common-messages.port';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import type { OpenedApplication } from '../applications/applications.repository';
import type { OpenedCase } from '../cases/cases.repository';

/** Something a bureau said of a case in common words, with the case it is about. */
export interface CommonNewsItem {
  /** Locked, as its cases are. */
  readonly application: OpenedApplication;
  readonly opened: OpenedCase;
  readonly event: CommonEvent;
  /** The bureau's id of the event; the row that keeps the event has it. An event made from it takes another. */
  readonly id: string;
  readonly at: Date;
}

/**
 * Takes what bureaus say in common words of one matter (a payment, a signature, a correction). A provider that extends
 * it is found by itself; a kind taken twice, or by nobody, does not boot.
 */
export abstract class CaseMatter {
  abstract readonly kinds: readonly CommonEvent['kind'][];

  /**
   * In the transaction that records the callback, at most once for an event. What was said is kept with the case and
   * audited by whoever calls; here belongs what it changes, and whom it is worth a notice.
   */
  abstract take(news: CommonNewsItem): Promise<CallbackOutcome>;
}

/** `fileId`: what it brings along, read when it is carried. */
export type SaidMessage = CaseMessage & { readonly fileId?: string };

/**
 * Says along with a case what the bureau should know from the first (who acts, whose account). Asked each time a case is
 * first filed, at once or when it is let go; the messages follow the filing in the same order. Found by itself.
 */
export abstract class SaidOnFiling {
  /** Inside the transaction that files the case. */
  abstract messages(application: OpenedApplication, opened: OpenedCase): Promise<readonly SaidMessage[]>;
}
