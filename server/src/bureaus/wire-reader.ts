import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { BureauNonsense } from '../platform/bureau-http/bureau-answer';

/** The one field that says what an otherwise unreadable message is about; none where that cannot be read either. */
export function textIn(value: unknown, field: string, maxLength: number): string | undefined {
  try {
    return new WireReader('', value).text(field, maxLength);
  } catch (error) {
    if (error instanceof BureauNonsense) return undefined;
    throw error;
  }
}

/** How a bureau writes a day. */
export type DayPattern = 'yyyyMMdd' | 'yyyy-MM-dd';

const YUAN = /^(\d{1,9})\.(\d{2})$/;
const COUNT = /^\d{1,6}$/;
const DAY: Readonly<Record<DayPattern, RegExp>> = {
  yyyyMMdd: /^(\d{4})(\d{2})(\d{2})$/,
  'yyyy-MM-dd': /^(\d{4})-(\d{2})-(\d{2})$/,
};

/**
 * Reads one object of a bureau's message, field by field and exactly as its document says. Whatever is not as written
 * there is a `BureauNonsense` naming the field: nothing is rounded, trimmed or taken for zero.
 */
export class WireReader {
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    private readonly bureau: string,
    value: unknown,
    private readonly place = '',
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.nonsense();
    this.fields = value as Record<string, unknown>;
  }

  has(field: string): boolean {
    return this.fields[field] !== undefined;
  }

  /** Something written, without control characters. */
  text(field: string, maxLength = 200): string {
    const value = this.fields[field];
    if (typeof value !== 'string' || value.trim() === '' || value.length > maxLength) this.nonsense(field);
    if (/\p{Cc}/u.test(value)) this.nonsense(field);
    return value;
  }

  /** What one of the listed codes stands for. */
  code<Meaning>(field: string, meanings: Readonly<Record<string, Meaning>>): Meaning {
    const value = this.text(field);
    if (!Object.hasOwn(meanings, value)) this.nonsense(field);
    return meanings[value] as Meaning;
  }

  /** Yuan as text with two decimals, as fen. */
  fen(field: string): number {
    const [, yuan, fen] = YUAN.exec(this.text(field)) ?? this.nonsense(field);
    return Number(yuan) * 100 + Number(fen);
  }

  /** A whole number as text. */
  count(field: string): number {
    const value = this.text(field);
    return COUNT.test(value) ? Number(value) : this.nonsense(field);
  }

  /** A number in the message itself, for result codes. */
  integer(field: string): number {
    const value = this.fields[field];
    return typeof value === 'number' && Number.isInteger(value) ? value : this.nonsense(field);
  }

  day(field: string, pattern: DayPattern): CivilDate {
    return this.asDay(field, DAY[pattern].exec(this.text(field)));
  }

  /** The first day of a month written like the days, without the day. */
  firstOfMonth(field: string, pattern: DayPattern): CivilDate {
    const day = `${this.text(field)}${pattern === 'yyyyMMdd' ? '01' : '-01'}`;
    return this.asDay(field, DAY[pattern].exec(day));
  }

  object(field: string): WireReader {
    return new WireReader(this.bureau, this.fields[field], this.at(field));
  }

  objects(field: string): WireReader[] {
    return this.list(field).map((item, index) => new WireReader(this.bureau, item, `${this.at(field)}[${index}]`));
  }

  texts(field: string): string[] {
    return this.list(field).map((item, index) =>
      new WireReader(this.bureau, { [index]: item }, this.at(field)).text(String(index)),
    );
  }

  nonsense(field = ''): never {
    throw new BureauNonsense(this.bureau, this.at(field));
  }

  /** At least one. */
  private list(field: string): readonly unknown[] {
    const value = this.fields[field];
    return Array.isArray(value) && value.length > 0 ? value : this.nonsense(field);
  }

  private asDay(field: string, parts: RegExpExecArray | null): CivilDate {
    const day = parts?.slice(1).join('-');
    return isCivilDate(day) ? day : this.nonsense(field);
  }

  private at(field: string): string {
    return [this.place, field].filter((part) => part !== '').join('.');
  }
}
