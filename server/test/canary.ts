import { randomInt } from 'node:crypto';
import { checkDigit } from '@jinmen/shared/kernel/id-number';
import type { DataSource } from 'typeorm';

/** A made-up person whose every detail is found nowhere else, so that a trace of it anywhere is a leak. */
export interface CanaryPerson {
  /** With a character of four bytes. */
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
  /** Fen a month. */
  readonly incomeFen: number;
  /** Whoever they are to WeChat: part of their openid. */
  readonly wechat: string;
}

/** District 120199 never was; what looks like a person's number is none. */
export function canaryPerson(): CanaryPerson {
  const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
  const han = () => String.fromCharCode(0x4e00 + randomInt(0x5000));
  const seventeen = `12019919${randomInt(40, 80)}0${randomInt(1, 10)}1${randomInt(10)}${digits(3)}`;
  return {
    name: `欧阳𠮷${han()}${han()}${han()}`,
    idNumber: `${seventeen}${checkDigit(seventeen)}`,
    phone: `199${digits(8)}`,
    address: `金${han()}${han()}${han()}里${digits(4)}号`,
    incomeFen: randomInt(30_000_001, 99_999_999),
    wechat: `canary${digits(12)}`,
  };
}

/** What of a person may stand nowhere in the open. */
export function secretsOf(person: CanaryPerson): readonly string[] {
  const { name, idNumber, phone, address, incomeFen, wechat } = person;
  const yuan = (incomeFen / 100).toFixed(2);
  const openid = `o${Buffer.from(wechat).toString('hex')}`;
  const fifteen = `${idNumber.slice(0, 6)}${idNumber.slice(8, 17)}`;
  return [name, idNumber, fifteen, phone, address, String(incomeFen), yuan, wechat, openid];
}

interface Needle {
  readonly secret: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** Every way a text commonly travels in which a person would still read it. */
export function needlesOf(secret: string): Needle[] {
  const utf8 = Buffer.from(secret, 'utf8');
  const utf16 = Buffer.from(secret, 'utf16le');
  const hex = utf8.toString('hex');
  const escaped = [...utf16.toString('hex').matchAll(/(..)(..)/g)].map(([, low, high]) => `\\u${high}${low}`).join('');
  const ways: Record<string, Buffer | string> = {
    plain: utf8,
    'UTF-16LE': utf16,
    'UTF-16BE': Buffer.from(utf16).swap16(),
    hex,
    HEX: hex.toUpperCase(),
    'URL-encoded': encodeURIComponent(secret),
    'JSON-escaped': escaped,
    ...Object.fromEntries([0, 1, 2].map((shift) => [`base64+${shift}`, base64Core(utf8, shift)])),
    ...Object.fromEntries([0, 1, 2].map((shift) => [`base64 of UTF-16+${shift}`, base64Core(utf16, shift)])),
  };
  const needles = Object.entries(ways).map(([encoding, given]) => ({
    secret,
    encoding,
    bytes: typeof given === 'string' ? Buffer.from(given, 'latin1') : given,
  }));
  return needles.filter(({ bytes }, index) => needles.findIndex((other) => other.bytes.equals(bytes)) === index);
}

/** What of the text’s base64 does not depend on what stands before and after it. */
function base64Core(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const cutBefore = shift === 0 ? 0 : shift + 1;
  const cutAfter = (shift + bytes.length) % 3 === 0 ? 0 : 1;
  return text.slice(cutBefore, text.length - cutAfter);
}

/** Something that was written, and where. */
export interface Place {
  readonly where: string;
  readonly bytes: Buffer;
}

/** Where a secret was found, one readable line each; none when none was. base64url is read as base64. */
export function hits(places: readonly Place[], secrets: readonly string[]): string[] {
  const needles = secrets.flatMap(needlesOf);
  return places.flatMap(({ where, bytes }) => {
    const asBase64 = Buffer.from(bytes.toString('latin1').replaceAll('-', '+').replaceAll('_', '/'), 'latin1');
    return needles
      .filter((needle) => (needle.encoding.startsWith('base64') ? asBase64 : bytes).includes(needle.bytes))
      .map(({ secret, encoding }) => `${where} holds ${secret} (${encoding})`);
  });
}

/** Every column of every table, as the bytes that stand in it. */
export async function columnsOf(dataSource: DataSource): Promise<Place[]> {
  const places: Place[] = [];
  for (const table of await tablesOf(dataSource)) {
    const rows: Record<string, unknown>[] = await dataSource.query(`SELECT * FROM ${table}`);
    for (const column of Object.keys(rows[0] ?? {})) {
      const values = rows.map((row) => bytesOf(row[column]));
      places.push({
        where: `${table}.${column}`,
        bytes: Buffer.concat(values.flatMap((value) => [value, Buffer.from('\n')])),
      });
    }
  }
  return places;
}

async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const sql =
    dataSource.options.type === 'mysql'
      ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
      : "SELECT name FROM sqlite_master WHERE type = 'table'";
  const rows: { name: string }[] = await dataSource.query(sql);
  return rows.map(({ name }) => name);
}

function bytesOf(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Date) return Buffer.from(value.toISOString());
  return Buffer.from(String(value), 'utf8');
}
