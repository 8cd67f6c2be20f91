import type { SeaPaper } from '@jinmen/shared/services/sea-scattering/views';
import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith, isRefusal } from '../../platform/bureau-http/bureau-reply';
import { WireReader } from '../wire-reader';
import { clockTime, instantIn, instantText } from '../wire-time';
import type {
  FuneralEvent,
  PhoneAnswer,
  SeaDeceased,
  SeaParty,
  SeaPerson,
  SeaPlace,
  SeaTraveller,
  SeaVoyage,
} from './funeral-affairs.port';
import {
  BRINGER_CODES,
  FORM_CODES,
  KINSHIP_CODES,
  OUTCOME_CODES,
  PAPER_CODES,
  PAPER_STATES,
  PLACE_CODES,
  RELATION_CODES,
  swapped,
  WAY_CODES,
} from './wire-codes';

/** The bureau's words, and the only place that knows them: docs/bureaus/funeral-affairs/interface.md. */
const BUREAU = 'funeral-affairs';
const DONE = '0';
const ARRIVED = '1';
const ID_NUMBER = /^\d{17}[\dX]$/;
const PHONE = /^\d{3,12}$/;
const DEGREES = /^-?\d{1,3}\.\d{5}$/;
const DAY = 'yyyy-MM-dd';

export function toConfirm(place: SeaPlace, at: Date) {
  const { booking, number, farewell, voyage } = place;
  return {
    orderNo: booking,
    showNo: number,
    applyNo: farewell,
    voyage: voyageOf(voyage),
    ...partyOf(place),
    occurredAt: instantText(at),
  };
}

export function toMove(booking: string, to: SeaVoyage, at: Date) {
  return { orderNo: booking, voyage: voyageOf(to), occurredAt: instantText(at) };
}

export function toEnd(booking: string, at: Date) {
  return { orderNo: booking, occurredAt: instantText(at) };
}

export function toParty(booking: string, party: SeaParty, at: Date) {
  return { orderNo: booking, ...partyOf(party), occurredAt: instantText(at) };
}

export function toPhoneAnswer({ queryNo, outcome, number, farewell, words }: PhoneAnswer, at: Date) {
  return told({
    queryNo,
    result: OUTCOME_CODES[outcome],
    showNo: number,
    applyNo: farewell,
    words,
    occurredAt: instantText(at),
  });
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

const READERS: Readonly<Record<string, (data: WireReader) => FuneralEvent>> = {
  PHONED_IN: (data) => ({
    kind: 'phoned-in',
    queryNo: data.text('queryNo', 64),
    ...(data.has('voyageNo') && { voyage: data.text('voyageNo', 64) }),
    way: data.code('mode', swapped(WAY_CODES)),
    applicant: { ...personIn(data.object('applicant')), phone: phoneIn(data.object('applicant')) },
    deceased: deceasedIn(data.object('deceased')),
    aboard: data.count('aboard'),
    ashore: data.count('ashore'),
    ...(data.has('papers') && { papers: papersIn(data) }),
  }),
  BOARDED: (data) => ({
    kind: 'boarded',
    number: numberIn(data),
    ...(data.has('passNo') && { pass: data.text('passNo', 24) }),
    at: instantIn(data, 'occurredAt'),
  }),
  ABSENT: (data) => ({ kind: 'absent', number: numberIn(data), at: instantIn(data, 'occurredAt') }),
  SCATTERED: (data) => ({
    kind: 'scattered',
    number: numberIn(data),
    at: instantIn(data, 'occurredAt'),
    latitude: degreesIn(data, 'lat', 90),
    longitude: degreesIn(data, 'lon', 180),
    vessel: data.text('shipName', 60),
  }),
  VOYAGE_SAILED: (data) => ({ kind: 'sailed', voyage: data.text('voyageNo', 64), at: instantIn(data, 'occurredAt') }),
  VOYAGE_OFF: (data) => ({ kind: 'voyage-off', voyage: data.text('voyageNo', 64), why: data.text('reason', 100) }),
  PAPERS_SEEN: (data) => ({
    kind: 'papers-seen',
    farewell: data.text('applyNo', 20),
    papers: papersIn(data),
  }),
  DEATH_VERIFIED: (data) => ({
    kind: 'death-verified',
    certificate: data.text('paperNo', 64),
    person: personIn(data),
    died: data.day('deathDate', DAY),
  }),
};

function papersIn(data: WireReader): readonly SeaPaper[] {
  return data.objects('papers').map((each) => each.code('paper', swapped(PAPER_CODES)));
}

export function readEvent(type: string, body: unknown): FuneralEvent {
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (read === undefined) throw new BureauNonsense(BUREAU, 'type');
  return read(new WireReader(BUREAU, body));
}

function voyageOf({ id, vessel, day, startsAt, endsAt, meeting }: SeaVoyage) {
  return {
    voyageNo: id,
    shipName: vessel,
    date: day,
    sail: clockTime(startsAt),
    back: clockTime(endsAt),
    gather: clockTime(meeting.at),
    gatherPlace: meeting.place,
  };
}

function partyOf({ way, applicant, kinship, deceased, ashes, travellers, papers }: SeaParty) {
  const { place, where, bringer } = ashes;
  const { relation, way: shown, words } = kinship;
  return {
    mode: WAY_CODES[way],
    applicant: told({
      name: applicant.name,
      certNo: applicant.idNumber,
      phone: applicant.phone,
      relation: relation && RELATION_CODES[relation],
      kinPaper: shown && KINSHIP_CODES[shown],
      kinWords: words,
    }),
    deceased: deceasedOf(deceased),
    ashes: told({ at: place && PLACE_CODES[place], where, bringer: bringer && BRINGER_CODES[bringer] }),
    persons: travellers.map(travellerOf),
    papers: papers.map(({ paper, how, until }) => told({ paper: PAPER_CODES[paper], state: PAPER_STATES[how], until })),
  };
}

function deceasedOf({ name, idNumber, died, cremated, paper }: SeaDeceased) {
  return told({
    name,
    certNo: idNumber,
    deathDate: died,
    cremationDate: cremated,
    paperForm: paper && FORM_CODES[paper.form],
    paperNo: paper?.number,
  });
}

function travellerOf({ pass, name, age, where, wheelchair, health }: SeaTraveller) {
  return told({
    passNo: pass,
    name,
    age: age === undefined ? undefined : String(age),
    side: where === 'aboard' ? 'C' : 'A',
    wheelchair: wheelchair ? 'Y' : 'N',
    health,
  });
}

function numberIn(data: WireReader): string {
  return data.text('showNo', 20);
}

function personIn(data: WireReader): SeaPerson {
  const idNumber = data.text('certNo', 18);
  return { name: data.text('name', 64), idNumber: ID_NUMBER.test(idNumber) ? idNumber : data.nonsense('certNo') };
}

function phoneIn(data: WireReader): string {
  const phone = data.text('phone', 12);
  return PHONE.test(phone) ? phone : data.nonsense('phone');
}

function deceasedIn(data: WireReader) {
  const name = data.text('name', 64);
  return {
    name,
    ...(data.has('certNo') && { idNumber: personIn(data).idNumber }),
    ...(data.has('deathDate') && { died: data.day('deathDate', DAY) }),
  };
}

/** Five decimals: about a metre. */
function degreesIn(data: WireReader, field: string, most: number): number {
  const text = data.text(field, 10);
  const degrees = DEGREES.test(text) ? Number(text) : Number.NaN;
  return Math.abs(degrees) <= most ? degrees : data.nonsense(field);
}

/** Without what nobody said: the transport knows no null and no empty text. */
function told<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Fields>;
}
