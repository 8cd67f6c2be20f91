import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import type { BureauConnection } from '../../platform/bureau-http/bureau-http';
import { type BureauReply, failedWith, isRefusal } from '../../platform/bureau-http/bureau-reply';
import { instantOf } from '../../platform/clock';
import type { BureauCode } from '../../platform/config/bureau-address';
import { textIn, WireReader } from '../wire-reader';
import { type CaseMessage, type CommonEvent, MAX_CASE_NO, type MessageFile, type Sent } from './common-messages.port';
import { READERS, WRITERS } from './families';
import type { ItemWords } from './item-words';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The common messages of one bureau: docs/bureaus/common-messages.md, with the bureau's own codes for programmes. */
export class CommonWords {
  private readonly items: ItemWords;

  constructor(
    private readonly bureau: BureauCode,
    itemCodes: Readonly<Record<string, string>>,
  ) {
    this.items = {
      codeOf: (programme) => itemCodes[programme] ?? notTaken(bureau, programme),
      programmes: Object.fromEntries(Object.entries(itemCodes).map(([programme, code]) => [code, programme])),
    };
  }

  tell(connection: BureauConnection, key: string, caseNo: string, message: CaseMessage, sent: Sent) {
    const path = `/common/v1/cases/${encodeURIComponent(caseNo)}/messages`;
    return connection.call({ method: 'POST', path, key, body: this.toWire(message, sent), read: readAnswer });
  }

  toWire(message: CaseMessage, { at, file }: Sent): object {
    // The table has a writer for each type; which of them it is cannot be told to the compiler for a union.
    const write = WRITERS[message.type] as (data: object, items: ItemWords, file?: MessageFile) => object;
    return { type: message.type, at: inShanghai(at), data: write(message.data, this.items, file) };
  }

  /** @throws BureauNonsense naming the place when it cannot be read without guessing. */
  readEvent(type: string, body: unknown): CommonEvent {
    const reader = Object.values(READERS).find((each) => each.type === type);
    if (!reader) throw new BureauNonsense(this.bureau, 'type');
    const data = new WireReader(this.bureau, body);
    return reader.read(data.text('caseNo', MAX_CASE_NO), data, this.items);
  }
}

/** A refusal only in the words of this document: a 4xx of some gateway is a failure. */
export function readAnswer({ status, body }: BureauReply): BureauAnswer {
  if (status === 202) return { kind: 'pending' };
  const result = textIn(body, 'result', 40);
  if (status === 200 && result === 'done') return { kind: 'done', body };
  if (!isRefusal(status) || result === undefined) return failedWith(status, result);
  const words = textIn(body, 'words', 200);
  return { kind: 'rejected', code: result, ...(words !== undefined && { words }) };
}

/** `2026-11-25T10:30:15+08:00`. */
function inShanghai(at: Date): string {
  return `${instantOf(at.getTime() + SHANGHAI_OFFSET_MS)
    .toISOString()
    .slice(0, 19)}+08:00`;
}

/** A message names only programmes that were filed at the bureau. */
function notTaken(bureau: BureauCode, programme: string): never {
  throw new RangeError(`${bureau} does not take ${programme}`);
}
