import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { today } from '../_kit/clock';
import { asFields, BadMessage, day, type Fields, list, oneOf, optionalText, text } from '../_kit/message';

export const MODES = ['JT', 'JZ', 'DS'] as const;
export const PAPERS = ['SW', 'HH', 'SF', 'QS', 'WT'] as const;
const PAPER_STATES = ['DT', 'CN', 'QZ', 'YY'] as const;

export type Mode = (typeof MODES)[number];
export type Paper = (typeof PAPERS)[number];

/** One who comes along; nobody's name until the family says it. */
export interface Passenger {
  readonly passNo: string;
  readonly name?: string;
  readonly age?: string;
  readonly side: 'C' | 'A';
  readonly wheelchair: boolean;
  readonly health?: string;
}

/** The platform's: this bureau knows those it was told a family of. */
export interface Voyage {
  readonly voyageNo: string;
  readonly shipName: string;
  readonly date: string;
  readonly sail: string;
  readonly back: string;
  readonly gather: string;
  readonly gatherPlace: string;
}

/** What a family may change; the last message counts. */
export interface Party {
  readonly mode: Mode;
  readonly applicant: { readonly name: string; readonly certNo: string; readonly phone?: string };
  readonly deceased: string;
  readonly ashes: { readonly at?: string; readonly where?: string; readonly bringer?: string };
  readonly persons: readonly Passenger[];
  readonly papers: readonly { readonly paper: Paper; readonly state: (typeof PAPER_STATES)[number] }[];
}

/** A family's place. `suspended`: its voyage does not sail, and it waits for another. */
export interface Order {
  readonly orderNo: string;
  readonly showNo: string;
  readonly applyNo: string;
  voyage: Voyage;
  party: Party;
  state: 'booked' | 'suspended' | 'cancelled';
  absentAt?: string;
  scattered?: { readonly at: string; readonly lat: string; readonly lon: string };
  eventId?: string;
}

/** @throws BadMessage naming the field. */
export function readOrder(body: Fields): Order {
  return {
    orderNo: text(body, 'orderNo', 64),
    showNo: text(body, 'showNo', 20),
    applyNo: text(body, 'applyNo', 20),
    voyage: readVoyage(body),
    party: readParty(body),
    state: 'booked',
  };
}

export function readVoyage(body: Fields): Voyage {
  const voyage = asFields(body.voyage, 'voyage');
  const clock = (name: string): string => {
    const time = text(voyage, name, 5);
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new BadMessage(name);
    return time;
  };
  return {
    voyageNo: text(voyage, 'voyageNo', 64),
    shipName: text(voyage, 'shipName', 60),
    date: day(voyage, 'date'),
    sail: clock('sail'),
    back: clock('back'),
    gather: clock('gather'),
    gatherPlace: text(voyage, 'gatherPlace'),
  };
}

export function readParty(body: Fields): Party {
  const [applicant, deceased, ashes] = ['applicant', 'deceased', 'ashes'].map((name) => asFields(body[name], name)) as [
    Fields,
    Fields,
    Fields,
  ];
  const certNo = text(applicant, 'certNo', 18);
  if ('problem' in readIdNumber(certNo, today())) throw new BadMessage('certNo');
  return {
    mode: oneOf(body, 'mode', MODES),
    applicant: { name: text(applicant, 'name', 64), certNo, ...said(applicant, 'phone') },
    deceased: optionalText(deceased, 'name', 64) ?? '还没有说名字',
    ashes: { ...said(ashes, 'at'), ...said(ashes, 'where'), ...said(ashes, 'bringer') },
    persons: list(body, 'persons').map((each) => readPassenger(asFields(each, 'persons'))),
    papers: list(body, 'papers').map((each) => {
      const fields = asFields(each, 'papers');
      return { paper: oneOf(fields, 'paper', PAPERS), state: oneOf(fields, 'state', PAPER_STATES) };
    }),
  };
}

function readPassenger(fields: Fields): Passenger {
  const health = optionalText(fields, 'health', 500);
  return {
    passNo: text(fields, 'passNo', 24),
    ...said(fields, 'name'),
    ...said(fields, 'age'),
    side: oneOf(fields, 'side', ['C', 'A']),
    wheelchair: oneOf(fields, 'wheelchair', ['Y', 'N']) === 'Y',
    ...(health !== undefined && { health }),
  };
}

function said<Name extends string>(fields: Fields, name: Name): { readonly [key in Name]?: string } {
  const value = optionalText(fields, name);
  return (value === undefined ? {} : { [name]: value }) as { readonly [key in Name]?: string };
}
