import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { CaseRecord } from '../case-record';
import { BadMessage, texts } from '../message';
import type { CommonFamily } from './family';

/** A case that the place of the household register decides. */
export interface Elsewhere {
  /** Which of its items are decided there. */
  readonly items: readonly string[];
  pushed?: { readonly on: CivilDate; readonly to: string };
}

export const elsewhere: CommonFamily = {
  type: 'ELSEWHERE',
  take: (record, data) => {
    const items = texts(data, 'items');
    if (items.length === 0) throw new BadMessage('items');
    record.matters.elsewhere = { items } satisfies Elsewhere;
    return '户籍在外省市，由户籍地决定';
  },
};

export function elsewhereOf({ matters }: CaseRecord): Elsewhere | undefined {
  return matters.elsewhere as Elsewhere | undefined;
}
