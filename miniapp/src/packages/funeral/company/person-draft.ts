import type { SeaCompany, SeaRelative } from '@jinmen/shared/services/sea-scattering/views';
import { sectionWords } from '../../../copy/funeral-farewell';

const { company: words } = sectionWords;

const PARTS = ['name', 'age', 'where', 'wheelchair', 'health'] as const;
export type PersonPart = (typeof PARTS)[number];

/** One who comes along, half written, as typed. */
export type Person = Readonly<Record<PersonPart, string>>;

const PREFIX = 'company.named.';
const YES = 'yes';
const AGE = /^\d{1,3}$/;
const OLDEST = 130;

/** How many more names there is room for, beside this one. */
export type Room = Readonly<Record<SeaRelative['where'], number>>;

/** Under which name a part that is half typed is kept. */
export function controlOf(id: string, part: PersonPart): string {
  return `${PREFIX}${id}.${part}`;
}

export function controlsOf(id: string): readonly string[] {
  return PARTS.map((part) => controlOf(id, part));
}

/** Who was being written when the page was left, or the app killed. */
export function halfWritten(typed: Readonly<Record<string, string>>): string | undefined {
  const control = Object.keys(typed).find((each) => each.startsWith(PREFIX));
  return control?.slice(PREFIX.length).split('.')[0];
}

/** Counted, less those named already; somebody who is being written over does not count. */
export function roomOf({ aboard, ashore, named }: SeaCompany, writing: string): Room {
  const others = named.filter(({ id }) => id !== writing);
  const taken = (where: SeaRelative['where']) => others.filter((each) => each.where === where).length;
  return { aboard: aboard - taken('aboard'), ashore: ashore - taken('ashore') };
}

/** Where nobody said: where there is room. */
export function personOf(
  id: string,
  before: SeaRelative | undefined,
  typed: Readonly<Record<string, string>>,
  room: Room,
): Person {
  const standing: Person = {
    name: before?.name ?? '',
    age: before?.age === undefined ? '' : String(before.age),
    where: before?.where ?? (room.aboard <= 0 && room.ashore > 0 ? 'ashore' : 'aboard'),
    wheelchair: before?.wheelchair ? YES : '',
    health: before?.health ?? '',
  };
  const part = (name: PersonPart) => typed[controlOf(id, name)] ?? standing[name];
  return {
    name: part('name'),
    age: part('age'),
    where: part('where'),
    wheelchair: part('wheelchair'),
    health: part('health'),
  };
}

/** A name is all that is needed. No age is refused: what cannot be read as one is asked for again. */
export function personProblems(
  { name, age, where }: Person,
  room: Room,
): Readonly<Partial<Record<PersonPart, string>>> {
  const place = where === 'ashore' ? 'ashore' : 'aboard';
  return {
    ...(name.trim() === '' && { name: words.namePlease }),
    ...(age.trim() !== '' && !isAge(age.trim()) && { age: words.agePlease }),
    ...(room[place] <= 0 && { where: words.full[place] }),
  };
}

function isAge(age: string): boolean {
  return AGE.test(age) && Number(age) <= OLDEST;
}

export function relativeOf(id: string, { name, age, where, wheelchair, health }: Person): SeaRelative {
  return {
    id,
    name: name.trim(),
    where: where === 'ashore' ? 'ashore' : 'aboard',
    ...(age.trim() !== '' && { age: Number(age.trim()) }),
    ...(wheelchair === YES && { wheelchair: true }),
    ...(health.trim() !== '' && { health: health.trim() }),
  };
}

/** The other of on and off, as it is kept. */
export function toggled(wheelchair: string): string {
  return wheelchair === YES ? '' : YES;
}

export function isOn(wheelchair: string): boolean {
  return wheelchair === YES;
}
