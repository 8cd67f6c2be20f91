import type { PayeeCard, PayeeCheck, PayeeOwner } from '@jinmen/shared/applications/payee';
import type { MoneySaid } from '@jinmen/shared/applications/payments';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { WireReader } from '../wire-reader';
import type { ItemWords } from './item-words';

/** Whose account the money of the case should go to, or that the street must help to get one. */
export interface PayeeMessage {
  readonly type: 'PAYEE';
  readonly data: { readonly payeeNo: string } & (
    | {
        readonly way: 'account';
        readonly owner: PayeeOwner['kind'];
        /** Whole: the bureau compares it with the account's. */
        readonly name: string;
        readonly card: PayeeCard;
        readonly number: string;
      }
    | { readonly way: 'street'; readonly trouble: 'no-card' | 'card-frozen' }
  );
}

/** What the bureau found of an account. The name it knows the account under is not read: it is nobody's to know. */
export interface PayeeChecked {
  readonly kind: 'payee-checked';
  readonly caseNo: string;
  readonly payeeNo: string;
  readonly result: Exclude<PayeeCheck, 'none' | 'asked'>;
}

/** What a bureau says of the money of one programme. */
export type MoneyNews = { readonly caseNo: string; readonly programme: string } & {
  [Kind in MoneySaid['kind']]: { readonly kind: (typeof MONEY_KINDS)[Kind] } & Omit<
    Extract<MoneySaid, { kind: Kind }>,
    'kind'
  >;
}[MoneySaid['kind']];

/** What each of our words is called as an event of a case. */
export const MONEY_KINDS = {
  planned: 'payment-planned',
  paid: 'paid',
  changed: 'payment-changed',
  stopped: 'payment-stopped',
  recheck: 'recheck-set',
} as const;

const RESULTS = { match: 'match', mismatch: 'mismatch', frozen: 'frozen', unknown: 'unknown' } as const;
const PER = { month: 'month', once: 'once' } as const;
const EVERY = { year: 'year', 'half-year': 'half-year' } as const;
const YES = { '1': true } as const;
const LONGEST_REASON = 500;

export function payeeData(data: PayeeMessage['data']): object {
  const { payeeNo } = data;
  if (data.way === 'street') return { payeeNo, way: data.way, trouble: data.trouble };
  const { owner, name, card, number } = data;
  return { payeeNo, way: data.way, owner, name, card, number };
}

export function readPayeeChecked(caseNo: string, data: WireReader): PayeeChecked {
  return { kind: 'payee-checked', caseNo, payeeNo: data.text('payeeNo', 64), result: data.code('result', RESULTS) };
}

export function readPlanned(caseNo: string, data: WireReader, items: ItemWords): MoneyNews {
  const plan = {
    kind: MONEY_KINDS.planned,
    ...about(caseNo, data, items),
    fen: sum(data),
    per: data.code('per', PER),
    from: month(data, 'from'),
  };
  if (data.has('tapering') && !data.has('until')) data.nonsense('until');
  const until = data.has('until') ? month(data, 'until') : undefined;
  if (until !== undefined && until < plan.from) data.nonsense('until');
  return {
    ...plan,
    ...(until !== undefined && { until }),
    ...(data.has('tapering') && { tapering: data.code('tapering', YES) }),
  };
}

export function readPaid(caseNo: string, data: WireReader, items: ItemWords): MoneyNews {
  return {
    kind: MONEY_KINDS.paid,
    ...about(caseNo, data, items),
    paymentNo: data.text('paymentNo', 64),
    month: month(data, 'month'),
    fen: sum(data),
    on: data.day('on', 'yyyy-MM-dd'),
    ...(data.has('extra') && { extra: data.text('extra', LONGEST_REASON) }),
  };
}

export function readChanged(caseNo: string, data: WireReader, items: ItemWords): MoneyNews {
  return {
    kind: MONEY_KINDS.changed,
    ...about(caseNo, data, items),
    fen: sum(data),
    from: month(data, 'from'),
    why: data.text('why', LONGEST_REASON),
    ...(data.has('ground') && { ground: data.text('ground', LONGEST_REASON) }),
  };
}

/** Who stops paying says why and by which rule (民发〔2021〕57号 第三十二条): without them it is nothing to show. */
export function readStopped(caseNo: string, data: WireReader, items: ItemWords): MoneyNews {
  return {
    kind: MONEY_KINDS.stopped,
    ...about(caseNo, data, items),
    from: month(data, 'from'),
    why: data.text('why', LONGEST_REASON),
    ground: data.text('ground', LONGEST_REASON),
  };
}

export function readRecheck(caseNo: string, data: WireReader, items: ItemWords): MoneyNews {
  return {
    kind: MONEY_KINDS.recheck,
    ...about(caseNo, data, items),
    on: data.day('on', 'yyyy-MM-dd'),
    ...(data.has('every') && { every: data.code('every', EVERY) }),
  };
}

function about(caseNo: string, data: WireReader, { programmes }: ItemWords) {
  return { caseNo, programme: data.code('item', programmes) };
}

/** Nothing is paid with nothing, and nothing less than that: such a sum is a slip of theirs, for a person to ask about. */
function sum(data: WireReader): number {
  const fen = data.fen('amount');
  return fen > 0 ? fen : data.nonsense('amount');
}

/** A month as its first day. */
function month(data: WireReader, field: string): CivilDate {
  return data.firstOfMonth(field, 'yyyy-MM-dd');
}
