import type { CivilDate } from '../kernel/civil-date';
import { type RecheckEvery, type RecheckView, recheckView } from './recheck';

/** What a bureau says about the money of one programme. Months are their first day; sums are integer fen. */
export type MoneyWord = {
  /** The bureau's id of the event: the same however often it is told. */
  readonly id: string;
  /** When it was so, by the bureau's clock (ISO-8601 UTC): the order things happened in, whatever order they came in. */
  readonly at: string;
} & MoneySaid;

export type MoneySaid =
  | {
      readonly kind: 'planned';
      readonly fen: number;
      readonly per: 'month' | 'once';
      readonly from: CivilDate;
      /** Last month paid for, where the plan has an end. */
      readonly until?: CivilDate;
      /** 渐退: the family found work and is paid on for some months. */
      readonly tapering?: true;
    }
  | {
      readonly kind: 'paid';
      /** The bureau's number of this payment: told twice under two events, it is one payment. */
      readonly paymentNo: string;
      readonly month: CivilDate;
      readonly fen: number;
      readonly on: CivilDate;
      /** 补发: a second payment for a month, and why. */
      readonly extra?: string;
    }
  | {
      readonly kind: 'changed';
      readonly fen: number;
      readonly from: CivilDate;
      readonly why: string;
      readonly ground?: string;
    }
  /** `from`: the first month that is not paid any more. */
  | { readonly kind: 'stopped'; readonly from: CivilDate; readonly why: string; readonly ground: string }
  | { readonly kind: 'recheck'; readonly on: CivilDate; readonly every?: RecheckEvery };

/** The money of one programme, as its resident sees it. */
export interface PaymentsView {
  /** `planned`: nothing came yet · `paying` · `stopped`: by the office · `ended`: all of it was paid. */
  readonly state: 'planned' | 'paying' | 'stopped' | 'ended';
  readonly plan?: PlanView;
  /** Newest first. */
  readonly paid: readonly PaidView[];
  /** Of all that is in `paid`. */
  readonly sumFen: number;
  /** Newest first. */
  readonly changes: readonly ChangedView[];
  readonly stopped?: StoppedView;
  readonly recheck?: RecheckView;
}

export type PlanView = Omit<Extract<MoneyWord, { kind: 'planned' }>, 'kind' | 'id' | 'at'>;
export type PaidView = Omit<Extract<MoneyWord, { kind: 'paid' }>, 'kind' | 'id' | 'paymentNo'>;
export type ChangedView = Omit<Extract<MoneyWord, { kind: 'changed' }>, 'kind' | 'id'>;
export type StoppedView = Omit<Extract<MoneyWord, { kind: 'stopped' }>, 'kind' | 'id'>;

/** All that is known of one programme's money, and what a person must look at before anybody believes it. */
export interface MoneyStory {
  readonly view?: PaymentsView;
  /**
   * Ids of payments that are not shown: made after the stop they belong behind, a second one for a month without a word
   * why, or the same payment told with two sums.
   */
  readonly doubtful: readonly string[];
}

type Paid = Extract<MoneyWord, { kind: 'paid' }>;

/**
 * Pure, and the same in whatever order and however often the words came: what happened first by the bureau's clock counts
 * first. No payment stands there twice, and what contradicts the words before it is left to a person.
 */
export function moneyStory(programme: string, words: readonly MoneyWord[], today: CivilDate): MoneyStory {
  const told = inOrder(words);
  if (told.length === 0) return { doubtful: [] };
  const { paid, doubtful } = paymentsIn(told);
  const plan = lastOf(told, 'planned');
  const stopped = stopAfter(told, plan);
  const recheck = lastOf(told, 'recheck');
  const changes = told.filter((word) => word.kind === 'changed').reverse();
  const view: PaymentsView = {
    state: stateOf(plan, paid, stopped, today),
    ...(plan && { plan: without(plan, ['id', 'at', 'kind']) as PlanView }),
    paid: [...paid].sort(newestMonthFirst).map((word) => without(word, ['id', 'kind', 'paymentNo']) as PaidView),
    sumFen: paid.reduce((sum, { fen }) => sum + fen, 0),
    changes: changes.map((word) => without(word, ['id', 'kind']) as ChangedView),
    ...(stopped && { stopped: without(stopped, ['id', 'kind']) as StoppedView }),
    ...(recheck && { recheck: recheckView(programme, recheck, today) }),
  };
  return { view, doubtful };
}

/** What is paid a month from `month` on: the plan's sum, or the last change's that holds by then. */
export function fenIn(payments: Pick<PaymentsView, 'plan' | 'changes'>, month: CivilDate): number | undefined {
  return rateIn(payments, month)?.fen;
}

/** The same sum, with the first month it is paid for. */
export function rateIn(
  { plan, changes }: Pick<PaymentsView, 'plan' | 'changes'>,
  month: CivilDate,
): Pick<ChangedView, 'fen' | 'from'> | undefined {
  const holding = changes.filter(({ from }) => from <= month && (plan === undefined || from >= plan.from));
  const last = [...holding].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)).at(-1);
  return last ?? plan;
}

export function monthOf(day: CivilDate): CivilDate {
  return `${day.slice(0, 8)}01` as CivilDate;
}

/** Each event once, as it happened; of two at one instant the id decides, so that every phone sees the same. */
function inOrder(words: readonly MoneyWord[]): readonly MoneyWord[] {
  const once = new Map(words.map((word) => [word.id, word]));
  const key = ({ at, id }: MoneyWord) => `${at} ${id}`;
  return [...once.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function paymentsIn(told: readonly MoneyWord[]): { paid: readonly Paid[]; doubtful: readonly string[] } {
  const paid: Paid[] = [];
  const doubtful: string[] = [];
  let stop: Extract<MoneyWord, { kind: 'stopped' }> | undefined;
  for (const word of told) {
    if (word.kind === 'stopped') stop = word;
    if (word.kind === 'planned') stop = undefined;
    if (word.kind !== 'paid') continue;
    const same = paid.find(({ paymentNo }) => paymentNo === word.paymentNo);
    if (same) {
      if (same.fen !== word.fen || same.month !== word.month) doubtful.push(word.id);
    } else if (isAfter(word, stop) || isSecondOf(word, paid)) doubtful.push(word.id);
    else paid.push(word);
  }
  return { paid, doubtful };
}

function isAfter({ month }: Paid, stop: { readonly from: CivilDate } | undefined): boolean {
  return stop !== undefined && month >= stop.from;
}

function isSecondOf({ month, extra }: Paid, paid: readonly Paid[]): boolean {
  return extra === undefined && paid.some((each) => each.month === month && each.extra === undefined);
}

/** A plan after a stop begins anew. */
function stopAfter(told: readonly MoneyWord[], plan: MoneyWord | undefined) {
  const stop = lastOf(told, 'stopped');
  return stop && (plan === undefined || told.indexOf(stop) > told.indexOf(plan)) ? stop : undefined;
}

function stateOf(
  plan: Extract<MoneyWord, { kind: 'planned' }> | undefined,
  paid: readonly Paid[],
  stopped: { readonly from: CivilDate } | undefined,
  today: CivilDate,
): PaymentsView['state'] {
  if (stopped) return stopped.from <= monthOf(today) ? 'stopped' : paid.length > 0 ? 'paying' : 'planned';
  if (plan?.per === 'once' && paid.some(({ month }) => month >= plan.from)) return 'ended';
  if (plan?.until !== undefined && plan.until < monthOf(today)) return 'ended';
  return paid.length > 0 ? 'paying' : 'planned';
}

function lastOf<Kind extends MoneyWord['kind']>(told: readonly MoneyWord[], kind: Kind) {
  return told.findLast((word): word is Extract<MoneyWord, { kind: Kind }> => word.kind === kind);
}

function newestMonthFirst(one: Paid, other: Paid): number {
  const key = ({ month, on, paymentNo }: Paid) => `${month} ${on} ${paymentNo}`;
  return key(one) < key(other) ? 1 : -1;
}

function without<Word extends object>(word: Word, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(word).filter(([name]) => !names.includes(name)));
}
