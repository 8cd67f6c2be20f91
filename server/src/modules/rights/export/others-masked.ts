import { maskedName, maskedPhone, numbersMasked } from '../../../platform/masking';

/** Whose copy it is: what is theirs stays whole. */
export interface Own {
  readonly name?: string;
  readonly idNumber?: string;
}

/** With the numbers that are known to be theirs. */
interface Known extends Own {
  readonly numbers: readonly string[];
}

const NAME_KEY = /name$/i;
const PHONE_KEY = /phone$/i;
/** A value of its own, whose field says whose it is; an ID number says it itself. */
const VALUE = /^(?!\d{17}[\dX]$)[A-Z]?\d+$/i;
/** An id or a digest. */
const CODE = /^[\da-f-]{32,}$/i;

/**
 * What was typed of others, masked wherever it stands: by what its field is called, and every number in a text, a mobile
 * number too. In a text nobody can tell whose it is, so one is left that is known to be their own: their ID number, and the
 * phone they gave as theirs beside it. Another of theirs is hidden with the rest: who typed it knows it, and whoever comes
 * by the copy learns nobody's.
 */
export function othersMasked(value: unknown, own: Own): unknown {
  const { idNumber } = own;
  return masked(value, { ...own, numbers: [...(idNumber === undefined ? [] : [idNumber]), ...ownPhones(value, own)] });
}

function masked(value: unknown, own: Known): unknown {
  if (typeof value === 'string') return textMasked(value, own);
  if (Array.isArray(value)) return value.map((each) => masked(each, own));
  if (!isRecord(value)) return value;
  const another = isOfAnother(value, own);
  return Object.fromEntries(Object.entries(value).map(([key, said]) => [key, fieldMasked(key, said, another, own)]));
}

function fieldMasked(key: string, said: unknown, another: boolean, own: Known): unknown {
  if (typeof said !== 'string') return masked(said, own);
  if (NAME_KEY.test(key)) return isSomebodyElse(said, own) ? maskedName(said) : said;
  // a number beside somebody else's name is theirs
  if (PHONE_KEY.test(key) && another) return maskedPhone(said);
  return textMasked(said, own);
}

function ownPhones(value: unknown, own: Own): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => ownPhones(each, own));
  if (!isRecord(value)) return [];
  const another = isOfAnother(value, own);
  return Object.entries(value).flatMap(([key, said]) => {
    if (typeof said !== 'string') return ownPhones(said, own);
    return PHONE_KEY.test(key) && !another ? [said] : [];
  });
}

function isOfAnother(fields: Readonly<Record<string, unknown>>, own: Own): boolean {
  return Object.entries(fields).some(([key, said]) => NAME_KEY.test(key) && isSomebodyElse(said, own));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSomebodyElse(said: unknown, { name }: Own): boolean {
  return typeof said === 'string' && said !== '' && said !== name;
}

function textMasked(text: string, { numbers }: Known): string {
  return VALUE.test(text) || CODE.test(text) ? text : numbersMasked(text, numbers).text;
}
