import { textIn } from '../wire-reader';
import type { AgentMessage } from './agent';
import type { AuthorisationMessage, GoOnWithout, SignedAtDesk, SignerAsked } from './authorisation';
import type { ChangeMessage } from './change';
import type { DisputeAnswered, DisputeMessage, Reopened } from './dispute';
import type { ElsewhereMessage, PushedOn } from './elsewhere';
import type { MoneyNews, PayeeChecked, PayeeMessage } from './money';
import type { Moved, SendOnMessage } from './office';
import type { CommitmentMessage, PaperMessage, PaperUnreadable } from './papers';
import type { PublicNoticeMessage } from './public-notice';

export const MAX_CASE_NO = 64;

/** What we say about a case in words every relief bureau understands: docs/bureaus/common-messages.md. */
export type CaseMessage =
  | AgentMessage
  | AuthorisationMessage
  | ChangeMessage
  | CommitmentMessage
  | DisputeMessage
  | ElsewhereMessage
  | PaperMessage
  | PayeeMessage
  | PublicNoticeMessage
  | SendOnMessage;

/** What a bureau says about a case in those words. */
export type CommonEvent =
  | DisputeAnswered
  | GoOnWithout
  | MoneyNews
  | Moved
  | PaperUnreadable
  | PayeeChecked
  | PushedOn
  | Reopened
  | SignedAtDesk
  | SignerAsked;

/** What a message brings along; its bytes lie nowhere but where the resident's papers lie. */
export interface MessageFile {
  /** MIME type. */
  readonly type: string;
  readonly bytes: Buffer;
}

/** When a message was written down, and what it brings along. Both the same for every try. */
export interface Sent {
  readonly at: Date;
  readonly file?: MessageFile;
}

/** Common words are marked as such; all others are the bureau's own. */
export function isCommonType(type: string): boolean {
  return type.startsWith('TY_');
}

/** The case a common callback is about that could not be read, if at least that can be. */
export function commonCaseIn(body: unknown): string | undefined {
  return textIn(body, 'caseNo', MAX_CASE_NO);
}
