import type { FactName } from '@jinmen/shared/facts/facts';
import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith, isRefusal } from '../../platform/bureau-http/bureau-reply';
import { textIn, WireReader } from '../wire-reader';
import type { CheckEvent, CheckRequest, VerifiedFact } from './means-verification.port';

/** The bureau's words, and the only place that knows them: docs/bureaus/means-verification/interface.md. */
const DONE = '000000';
const ARRIVED = '000001';

interface Item {
  readonly fact: FactName;
  readonly period: 'M' | 'Y12' | 'D';
  read(item: WireReader): Pick<VerifiedFact, 'value' | 'count'>;
}

const amount = (fact: FactName, period: Item['period']): Item => ({
  fact,
  period,
  read: (item) => ({ value: item.fen('amount') }),
});
const moreThan = (least: number, fact: FactName): Item => ({
  fact,
  period: 'D',
  read: (item) => {
    const count = item.count('count');
    return { value: count > least, ...(least > 0 && { count }) };
  },
});

/** What the items are to us; others are ignored, as their document asks. */
const ITEMS: Readonly<Record<string, Item>> = {
  INC_WAGE: amount('household.monthlyWageIncomeFen', 'M'),
  INC_PENSION_BASIC: amount('household.monthlyBasicPensionFen', 'M'),
  INC_OTHER: amount('household.monthlyOtherIncomeFen', 'M'),
  INC_TOTAL: amount('household.yearlyIncomeFen', 'Y12'),
  AST_MONEY: amount('household.moneyAssetsFen', 'D'),
  VEH_CAR: moreThan(0, 'household.ownsCar'),
  HOUSE_LIVING: moreThan(1, 'household.ownsSecondHome'),
  HOUSE_OTHER: moreThan(0, 'household.ownsShopOrOffice'),
};

/** `N`: this source knows no such person, which is neither "none" nor zero. `F`: the source did not answer. */
const FLAGS = { Y: 'found', N: 'unknown', F: 'unknown' } as const;
const REASONS = { R01: '授权书验不过', R02: '姓名与号码对不上', R03: '数据源长时间没有应答' } as const;

export function toApply({ checkNo, authorisationNo, person }: CheckRequest, askedAt: Date) {
  return {
    head: head(askedAt),
    body: {
      applyNo: checkNo,
      authNo: authorisationNo,
      custName: person.name,
      certType: '01',
      certNo: person.idNumber,
    },
  };
}

export function toCancel(checkNo: string, askedAt: Date) {
  return { head: head(askedAt), body: { applyNo: checkNo, cancelReason: 'AUTH_WITHDRAWN' } };
}

/** This bureau says 200 also for its errors: only the code inside tells. */
export function readAnswer({ status, body }: BureauReply): BureauAnswer {
  if (body === undefined) return failedWith(status);
  const head = new WireReader('means-verification', body).object('head');
  const code = head.text('rtnCode', 6);
  if (status === 200 && code === DONE) return { kind: 'done', body };
  if (status === 202 && code === ARRIVED) return { kind: 'pending' };
  if (!code.startsWith('E') || !(status === 200 || isRefusal(status))) return failedWith(status, code);
  return { kind: 'rejected', code, ...(head.has('rtnMsg') ? { words: head.text('rtnMsg') } : {}) };
}

export function checkIn(body: unknown): string | undefined {
  return textIn(body, 'applyNo', 64);
}

export function readEvent(type: string, body: unknown): CheckEvent {
  const data = new WireReader('means-verification', body);
  const checkNo = data.text('applyNo', 64);
  if (type === 'CHECK_FINISHED') return { kind: 'check-finished', checkNo, facts: readFacts(data) };
  if (type !== 'CHECK_IMPOSSIBLE') throw new BureauNonsense('means-verification', 'type');
  const why = data.code('reasonCode', REASONS);
  return { kind: 'check-impossible', checkNo, why: data.has('reasonText') ? data.text('reasonText') : why };
}

/** Two values for one fact are not chosen between. */
function readFacts(data: WireReader): readonly VerifiedFact[] {
  const facts = data.objects('items').flatMap((item) => readFact(item) ?? []);
  const names = new Set(facts.map(({ fact }) => fact));
  return names.size === facts.length ? facts : data.nonsense('items');
}

function readFact(item: WireReader): VerifiedFact | undefined {
  const code = item.text('itemCode');
  const known = Object.hasOwn(ITEMS, code) ? ITEMS[code] : undefined;
  if (known === undefined || item.code('flag', FLAGS) === 'unknown') return undefined;
  if (item.text('period') !== known.period) item.nonsense('period');
  item.day('dataDate', 'yyyy-MM-dd');
  return { fact: known.fact, ...known.read(item), from: item.text('sourceName') };
}

function head(askedAt: Date) {
  const inTianjin = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return { sysCode: 'JMMZ', reqTime: inTianjin.format(askedAt) };
}
