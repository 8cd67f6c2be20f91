import type { MoneySaid, MoneyWord } from '@jinmen/shared/applications/payments';

/** What a bureau's news of money is called as an event of its case. */
const KINDS = {
  'payment-planned': 'planned',
  paid: 'paid',
  'payment-changed': 'changed',
  'payment-stopped': 'stopped',
  'recheck-set': 'recheck',
} as const satisfies Readonly<Record<string, MoneySaid['kind']>>;

export type MoneyKind = keyof typeof KINDS;

export const MONEY_EVENTS = Object.keys(KINDS) as readonly MoneyKind[];

export function isMoneyKind(kind: string): kind is MoneyKind {
  return Object.hasOwn(KINDS, kind);
}

/** The news as it is folded: `detail` is what the wire read of that kind, field by field. */
export function wordOf(kind: MoneyKind, detail: object, { id, at }: Pick<MoneyWord, 'id' | 'at'>): MoneyWord {
  return { ...detail, kind: KINDS[kind], id, at } as MoneyWord;
}
