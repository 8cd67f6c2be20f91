import type { WireReader } from '../wire-reader';
import { agentData } from './agent';
import { authorisationData, readGoOnWithout, readSignedAtDesk, readSignerAsked } from './authorisation';
import { changeData } from './change';
import type { CaseMessage, CommonEvent, MessageFile } from './common-messages.port';
import { disputeData, readDisputeAnswered, readReopened } from './dispute';
import { elsewhereData, readPushedOn } from './elsewhere';
import type { ItemWords } from './item-words';
import { payeeData, readChanged, readPaid, readPayeeChecked, readPlanned, readRecheck, readStopped } from './money';
import { readMoved, sendOnData } from './office';
import { commitmentData, paperData, readPaperUnreadable } from './papers';
import { publicNoticeData } from './public-notice';

type Writer<Type extends CaseMessage['type']> = (
  data: Extract<CaseMessage, { readonly type: Type }>['data'],
  items: ItemWords,
  file?: MessageFile,
) => object;

/** What we say: the `data` of each type. */
export const WRITERS: { readonly [Type in CaseMessage['type']]: Writer<Type> } = {
  AGENT: agentData,
  AUTHORISATION: authorisationData,
  DISPUTE: disputeData,
  CHANGE: changeData,
  COMMITMENT: commitmentData,
  ELSEWHERE: elsewhereData,
  PAYEE: payeeData,
  PUBLIC_NOTICE: publicNoticeData,
  SEND_ON: sendOnData,
  PAPER: (data, _items, file) => paperData(data, file),
};

type Reader = (caseNo: string, data: WireReader, items: ItemWords) => CommonEvent;

/** What they say: the type on the wire of each kind, and how its `data` is read. */
export const READERS: {
  readonly [Kind in CommonEvent['kind']]: { readonly type: `TY_${string}`; readonly read: Reader };
} = {
  'signed-at-desk': { type: 'TY_SIGNED_AT_DESK', read: readSignedAtDesk },
  'signer-asked': { type: 'TY_SIGNER_ASKED', read: readSignerAsked },
  'go-on-without': { type: 'TY_GO_ON_WITHOUT', read: readGoOnWithout },
  'dispute-answered': { type: 'TY_DISPUTE_ANSWERED', read: readDisputeAnswered },
  moved: { type: 'TY_MOVED', read: readMoved },
  'paper-unreadable': { type: 'TY_PAPER_UNREADABLE', read: readPaperUnreadable },
  'pushed-on': { type: 'TY_PUSHED_ON', read: readPushedOn },
  reopened: { type: 'TY_REOPENED', read: readReopened },
  'payee-checked': { type: 'TY_PAYEE_CHECKED', read: readPayeeChecked },
  'payment-planned': { type: 'TY_PLAN', read: readPlanned },
  paid: { type: 'TY_PAID', read: readPaid },
  'payment-changed': { type: 'TY_PAY_CHANGED', read: readChanged },
  'payment-stopped': { type: 'TY_PAY_STOPPED', read: readStopped },
  'recheck-set': { type: 'TY_RECHECK', read: readRecheck },
};
