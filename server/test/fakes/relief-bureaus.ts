import type { CaseMessage, Sent } from '../../src/bureaus/common-messages/common-messages.port';
import type { CheckRequest } from '../../src/bureaus/means-verification/means-verification.port';
import type { FiledCase, FiledItem } from '../../src/bureaus/relief-bureau.port';
import type { CheckResult } from '../../src/bureaus/social-assistance/social-assistance.port';
import { type BureauAnswer, BureauNonsense } from '../../src/platform/bureau-http/bureau-answer';

/** One word a bureau got: what, under which key. */
export interface Heard {
  readonly what: 'filed' | 'added' | 'withdrawn' | 'told' | 'check-reported' | 'check-requested' | 'check-cancelled';
  readonly key: string;
  readonly said: unknown;
}

/**
 * What a bureau is to our logic: it hears, remembers under which key, and answers what the test says. Its callbacks are
 * our own words already.
 */
export class FakeBureau {
  readonly heard: Heard[] = [];
  answer: BureauAnswer = { kind: 'done', body: {} };

  fileCase = (key: string, said: FiledCase) => this.hear('filed', key, said);
  addItem = (key: string, caseNo: string, item: FiledItem) => this.hear('added', key, { caseNo, item });
  withdraw = (key: string, caseNo: string, programmes?: readonly string[]) =>
    this.hear('withdrawn', key, { caseNo, programmes });
  reportCheck = (key: string, caseNo: string, result: CheckResult) =>
    this.hear('check-reported', key, { caseNo, result });
  requestCheck = (key: string, said: CheckRequest) => this.hear('check-requested', key, said);
  cancel = (key: string, checkNo: string) => this.hear('check-cancelled', key, { checkNo });
  tell = (key: string, caseNo: string, message: CaseMessage, { file }: Sent) =>
    this.hear('told', key, { caseNo, message, ...(file && { file }) });
  readCommonEvent = (_type: string, body: unknown) => aboutSomething(body);
  readEvent = (_type: string, body: unknown) => aboutSomething(body);
  caseIn = (body: unknown) => textIn(body, 'caseNo');
  checkIn = (body: unknown) => textIn(body, 'checkNo');

  /** What it did: each key once. */
  effects(what: Heard['what']): unknown[] {
    const keys = new Map(this.heard.filter((each) => each.what === what).map(({ key, said }) => [key, said]));
    return [...keys.values()];
  }

  private hear(what: Heard['what'], key: string, said: unknown): Promise<BureauAnswer> {
    this.heard.push({ what, key, said });
    return Promise.resolve(this.answer);
  }
}

/** @throws BureauNonsense as the bureaus' own readers do: what names no case and no check is about nothing. */
function aboutSomething(body: unknown): unknown {
  if (textIn(body, 'caseNo') === undefined && textIn(body, 'checkNo') === undefined)
    throw new BureauNonsense('fake', 'caseNo');
  return body;
}

function textIn(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
