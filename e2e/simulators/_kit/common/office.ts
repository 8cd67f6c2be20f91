import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { CaseRecord } from '../case-record';
import { today } from '../clock';
import { asFields, text } from '../message';
import type { CommonFamily } from './family';

/** Where a case went inside the bureau, and by whose wish. */
export interface OfficeMove {
  readonly code: string;
  readonly name: string;
  readonly why: string;
  readonly on: CivilDate;
}

/** The city's own people sent it on: the bureau puts it there. */
export const sendOn: CommonFamily = {
  type: 'SEND_ON',
  take: (record, data) => {
    const office = asFields(data.office, 'office');
    const move = { code: text(office, 'code', 9), name: text(office, 'name', 80), why: text(data, 'why'), on: today() };
    addMove(record, move);
    return `市里转到${move.name}：${move.why}`;
  },
};

export function movesOf({ matters }: CaseRecord): readonly OfficeMove[] {
  return (matters.moves ?? []) as readonly OfficeMove[];
}

export function addMove(record: CaseRecord, move: OfficeMove): void {
  record.matters.moves = [...movesOf(record), move];
}
