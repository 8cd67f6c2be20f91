import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { CaseRecord } from '../case-record';
import { day } from '../message';
import type { CommonFamily } from './family';

/** A case that the place of the household register decides. */
export interface Elsewhere {
  readonly pushBy: CivilDate;
  pushed?: { readonly on: CivilDate; readonly to: string };
}

export const elsewhere: CommonFamily = {
  type: 'ELSEWHERE',
  take: (record, data) => {
    const told: Elsewhere = { pushBy: day(data, 'pushBy') };
    record.matters.elsewhere = told;
    return `户籍地在外地，要转过去办（最晚 ${told.pushBy}）`;
  },
};

export function elsewhereOf({ matters }: CaseRecord): Elsewhere | undefined {
  return matters.elsewhere as Elsewhere | undefined;
}
