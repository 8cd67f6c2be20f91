import { ageOn, readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { CaseRecord, Person } from '../case-record';
import { today } from '../clock';
import { BadMessage, type Fields, oneOf, optionalText, text } from '../message';
import type { CommonFamily } from './family';

const STATES = ['signed', 'withdrawn', 'at-desk-wished', 'unreachable', 'will-not-sign', 'not-signed'] as const;

/** How it stands with one grown-up's signature; `decided`: what a clerk did about it here. */
export interface Authorisation extends Person {
  readonly state: (typeof STATES)[number] | 'unknown';
  readonly way?: string;
  /** Signed on the applicant's phone, and nobody here has asked them. */
  readonly unasked?: boolean;
  readonly reason?: string;
  readonly inConfidence: boolean;
  decided?: {
    readonly kind: 'signed-at-desk' | 'asked' | 'not-theirs' | 'go-on-without';
    readonly on: string;
    readonly reason?: string;
  };
}

const WORDS: Readonly<Record<Authorisation['state'], string>> = {
  signed: '签了',
  withdrawn: '收回了签字',
  'at-desk-wished': '想当面签',
  unreachable: '联系不上',
  'will-not-sign': '不愿签',
  'not-signed': '请了，还没签',
  unknown: '还没有签',
};

export const authorisation: CommonFamily = {
  type: 'AUTHORISATION',
  take: (record, data) => {
    const told = read(data);
    const before = toldOf(record).filter(({ idNumber }) => idNumber !== told.idNumber);
    record.matters.authorisations = [...before, told];
    return `${told.name}：${authorisationWords(told.state)}`;
  },
};

export function authorisationWords(state: Authorisation['state']): string {
  return WORDS[state];
}

/** Every grown-up the case names, and everybody else it was told of, each once. */
export function authorisationsOf(record: CaseRecord): readonly Authorisation[] {
  const told = toldOf(record);
  const named = [record.applicant, ...record.members].filter(isGrownUp);
  const silent = named.filter(({ idNumber }) => !told.some((each) => each.idNumber === idNumber));
  return [
    ...told,
    ...silent.map(({ name, idNumber }) => ({ name, idNumber, state: 'unknown' as const, inConfidence: false })),
  ];
}

/** Whether a clerk still has something to do about it: no signature, or one on another's phone that nobody asked about. */
export function isOpen({ state, unasked = false, decided }: Authorisation): boolean {
  if (decided && decided.kind !== 'go-on-without') return decided.kind === 'not-theirs';
  return state !== 'signed' || unasked;
}

/** The row a clerk decides about; from then on it is kept. */
export function keepAuthorisation(record: CaseRecord, idNumber: string): Authorisation | undefined {
  const found = authorisationsOf(record).find((each) => each.idNumber === idNumber);
  if (found && !toldOf(record).includes(found)) record.matters.authorisations = [...toldOf(record), found];
  return found;
}

function toldOf({ matters }: CaseRecord): readonly Authorisation[] {
  return (matters.authorisations ?? []) as readonly Authorisation[];
}

function isGrownUp({ idNumber }: Person): boolean {
  const of = readIdNumber(idNumber, today());
  return 'problem' in of || ageOn(today(), of.birth) >= 18;
}

function read(data: Fields): Authorisation {
  const idNumber = text(data, 'idNumber');
  if ('problem' in readIdNumber(idNumber, today())) throw new BadMessage('idNumber');
  if (typeof data.inConfidence !== 'boolean') throw new BadMessage('inConfidence');
  if (data.unasked !== undefined && data.unasked !== true) throw new BadMessage('unasked');
  const [way, reason] = [optionalText(data, 'way', 20), optionalText(data, 'reason', 200)];
  return {
    name: text(data, 'name', 64),
    idNumber,
    state: oneOf(data, 'state', STATES),
    ...(way === undefined ? {} : { way }),
    ...(data.unasked === true ? { unasked: true } : {}),
    ...(reason === undefined ? {} : { reason }),
    inConfidence: data.inConfidence,
  };
}
