import type { CaseRecord } from '../case-record';

/** What a bureau has said of the money of one programme; months are `2027-01`, sums yuan with two decimals. */
export interface Money {
  plan?: { readonly amount: string; readonly per: 'month' | 'once'; readonly from: string; readonly until?: string };
  readonly paid: { readonly paymentNo: string; readonly month: string; readonly amount: string; readonly on: string }[];
  stopped?: { readonly from: string; readonly why: string };
  recheck?: string;
}

/** By the bureau's own code of the programme. */
export function moneyOf(record: CaseRecord, item: string): Money {
  const all = (record.matters.money ?? {}) as Record<string, Money>;
  all[item] ??= { paid: [] };
  record.matters.money = all;
  return all[item];
}

/** Items that were approved: only they are paid. */
export function payableItems({ items }: CaseRecord): readonly string[] {
  return items.filter(({ decision }) => decision?.outcome === 'approved').map(({ programme }) => programme);
}
