import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith, isRefusal } from '../../platform/bureau-http/bureau-reply';
import { WireReader } from '../wire-reader';
import { clockTime, instantIn, instantText } from '../wire-time';
import type {
  DeskAnswer,
  RecordReview,
  RegistryAppointment,
  RegistryEvent,
  RegistryPerson,
  RegistryTime,
} from './marriage-registry.port';
import { orgCodeOf, siteOf } from './registry-sites';

/** The bureau's words, and the only place that knows them: docs/bureaus/marriage-registry/interface.md. */
const BUREAU = 'marriage-registry';
const DONE = '0';
const ARRIVED = '1';
const ID_NUMBER = /^\d{17}[\dX]$/;

const BIZ_TYPES: Readonly<Record<string, string>> = {
  marriage: 'JH',
  replacement: 'BL',
  'divorce-application': 'LS',
  'divorce-certificate': 'LZ',
  counselling: 'FD',
};
const RESULTS = { confirmed: 'CONFIRMED', already: 'ALREADY', refused: 'REFUSED', unknown: 'UNKNOWN' } as const;
const REVIEWS = { CLEAR: 'clear', ATTEND: 'attend' } as const;

export function toConfirm(appointment: RegistryAppointment, at: Date) {
  const { booking, number, kind, ceremony, people } = appointment;
  return {
    apptNo: booking,
    showNo: number,
    ...timeOf(appointment, bizTypeOf(kind)),
    ceremony: ceremony ? 'Y' : 'N',
    persons: people.map(({ name, idNumber, phone }, index) => ({
      role: index === 0 ? 'A' : 'B',
      name,
      certNo: idNumber,
      ...(phone !== undefined && { phone }),
    })),
    occurredAt: instantText(at),
  };
}

export function toMove(booking: string, to: RegistryTime, at: Date) {
  return { apptNo: booking, ...timeOf(to), occurredAt: instantText(at) };
}

export function toEnd(booking: string, at: Date) {
  return { apptNo: booking, occurredAt: instantText(at) };
}

export function toReview({ reviewNo, booking, kind, person }: RecordReview, at: Date) {
  const { name, idNumber } = person;
  const bizType = bizTypeOf(kind);
  return { reviewNo, apptNo: booking, bizType, name, certNo: idNumber, occurredAt: instantText(at) };
}

export function toDeskAnswer({ queryNo, number, outcome, words }: DeskAnswer, at: Date) {
  const result = RESULTS[outcome];
  return { queryNo, showNo: number, result, ...(words !== undefined && { words }), occurredAt: instantText(at) };
}

export function readAnswer({ status, body }: BureauReply): BureauAnswer {
  if (body === undefined) return failedWith(status);
  const said = new WireReader(BUREAU, body);
  const code = said.text('code', 4);
  if (status === 200 && code === DONE) return { kind: 'done', body };
  if (status === 202 && code === ARRIVED) return { kind: 'pending' };
  if (!isRefusal(status) || code === DONE || code === ARRIVED) return failedWith(status, code);
  return { kind: 'rejected', code, ...(said.has('msg') ? { words: said.text('msg') } : {}) };
}

const READERS: Readonly<Record<string, (data: WireReader) => RegistryEvent>> = {
  CHECKED_IN: (data) => ({ kind: 'checked-in', number: numberIn(data), at: instantIn(data, 'occurredAt') }),
  ABSENCE_EXCUSED: (data) => ({ kind: 'absence-excused', number: numberIn(data), why: data.text('reason', 100) }),
  PARTNER_CAME: (data) => ({
    kind: 'partner-came',
    queryNo: data.text('queryNo', 64),
    number: numberIn(data),
    person: personIn(data),
  }),
  DIVORCE_ACCEPTED: (data) => ({
    kind: 'divorce-accepted',
    divorceNo: data.text('divorceNo', 40),
    site: siteIn(data),
    receivedOn: data.day('receivedDate', 'yyyy-MM-dd'),
    people: coupleIn(data),
  }),
  DIVORCE_WITHDRAWN: (data) => endOfDivorce('divorce-withdrawn', data),
  DIVORCE_DONE: (data) => endOfDivorce('divorce-done', data),
  REVIEW_DONE: (data) => ({
    kind: 'reviewed',
    reviewNo: data.text('reviewNo', 64),
    result: data.code('result', REVIEWS),
  }),
  DAY_CLOSED: (data) => ({
    kind: 'day-closed',
    site: siteIn(data),
    day: data.day('date', 'yyyy-MM-dd'),
    why: data.text('reason', 100),
  }),
};

export function readEvent(type: string, body: unknown): RegistryEvent {
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (read === undefined) throw new BureauNonsense(BUREAU, 'type');
  return read(new WireReader(BUREAU, body));
}

function timeOf({ site, day, startsAt, endsAt }: RegistryTime, bizType?: string) {
  const place = { orgCode: orgCodeOf(site), ...(bizType !== undefined && { bizType }) };
  return { ...place, date: day, from: clockTime(startsAt), to: clockTime(endsAt) };
}

/** @throws Error for a kind the registry does not do. */
function bizTypeOf(kind: string): string {
  const type = Object.hasOwn(BIZ_TYPES, kind) ? BIZ_TYPES[kind] : undefined;
  if (type === undefined) throw new Error(`the marriage registry does no ${kind}`);
  return type;
}

function endOfDivorce(kind: 'divorce-withdrawn' | 'divorce-done', data: WireReader): RegistryEvent {
  return { kind, divorceNo: data.text('divorceNo', 40), on: data.day('date', 'yyyy-MM-dd') };
}

function numberIn(data: WireReader): string {
  return data.text('showNo', 20);
}

function siteIn(data: WireReader): string {
  return siteOf(data.text('orgCode', 6)) ?? data.nonsense('orgCode');
}

function personIn(data: WireReader): RegistryPerson {
  const idNumber = data.text('certNo', 18);
  return { name: data.text('name', 64), idNumber: ID_NUMBER.test(idNumber) ? idNumber : data.nonsense('certNo') };
}

function coupleIn(data: WireReader): readonly [RegistryPerson, RegistryPerson] {
  const [one, other, ...more] = data.objects('persons').map(personIn);
  if (one === undefined || other === undefined || more.length > 0) return data.nonsense('persons');
  return [one, other];
}
