import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { WireReader } from '../wire-reader';

/** An office by its code (street, town, district, or a place outside the city) and its name. */
export interface OfficeInWords {
  readonly code: string;
  readonly name: string;
}

/** The case is to go on to another office, by a decision of ours. */
export interface SendOnMessage {
  readonly type: 'SEND_ON';
  readonly data: { readonly office: OfficeInWords; readonly why: string };
}

/** The bureau gave the case to another office. */
export interface Moved {
  readonly kind: 'moved';
  readonly caseNo: string;
  readonly on: CivilDate;
  readonly office: OfficeInWords;
  readonly why: string;
}

const CODE = /^(\d{6}|\d{9})$/;

export function sendOnData({ office: { code, name }, why }: SendOnMessage['data']): object {
  return { office: { code, name }, why };
}

export function readMoved(caseNo: string, data: WireReader): Moved {
  const office = data.object('office');
  const code = office.text('code', 9);
  if (!CODE.test(code)) office.nonsense('code');
  return {
    kind: 'moved',
    caseNo,
    on: data.day('on', 'yyyy-MM-dd'),
    office: { code, name: office.text('name', 80) },
    why: data.text('why', 200),
  };
}
