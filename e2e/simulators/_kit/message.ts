import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';

/** A message that is not what the bureau's document says; `message` names the field. */
export class BadMessage extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

/** The body as an object; throws BadMessage when it is none. */
export function fieldsOf(body: Buffer): Fields {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new BadMessage('JSON');
  }
  return asFields(value, 'JSON');
}

export function asFields(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadMessage(name);
  return value as Fields;
}

/** A text that must be there, not empty and not longer than `most` characters. */
export function text(from: Fields, name: string, most = 200): string {
  const value = from[name];
  if (typeof value !== 'string' || value === '' || [...value].length > most) throw new BadMessage(name);
  return value;
}

export function optionalText(from: Fields, name: string, most = 200): string | undefined {
  return from[name] === undefined ? undefined : text(from, name, most);
}

export function list(from: Fields, name: string, least = 0): readonly unknown[] {
  const value = from[name] ?? [];
  if (!Array.isArray(value) || value.length < least) throw new BadMessage(name);
  return value;
}

export function texts(from: Fields, name: string): readonly string[] {
  return list(from, name).map((value) => {
    if (typeof value !== 'string' || value === '') throw new BadMessage(name);
    return value;
  });
}

/** One of the listed codes. */
export function oneOf<Code extends string>(from: Fields, name: string, codes: readonly Code[]): Code {
  const value = text(from, name);
  const found = codes.find((code) => code === value);
  if (found === undefined) throw new BadMessage(name);
  return found;
}

/** A day written `2026-11-25`. */
export function day(from: Fields, name: string): CivilDate {
  const value = from[name];
  if (!isCivilDate(value)) throw new BadMessage(name);
  return value;
}
