import { maskedIdNumber, maskedName, maskedPhone } from '../../../platform/masking';

/** Whose copy it is: what is theirs stays whole. */
export interface Own {
  readonly name?: string;
  readonly idNumber?: string;
}

const ID_NUMBER = /\d{17}[\dX]/gi;
const NAME_KEY = /name$/i;

/** What was typed of others, masked wherever it stands: by what its field is called, and numbers in any text. */
export function othersMasked(value: unknown, own: Own): unknown {
  if (typeof value === 'string') return numbersMasked(value, own);
  if (Array.isArray(value)) return value.map((each) => othersMasked(each, own));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  const another = fields.some(([key, said]) => NAME_KEY.test(key) && isSomebodyElse(said, own));
  return Object.fromEntries(fields.map(([key, said]) => [key, fieldMasked(key, said, another, own)]));
}

function fieldMasked(key: string, said: unknown, another: boolean, own: Own): unknown {
  if (typeof said !== 'string') return othersMasked(said, own);
  if (NAME_KEY.test(key)) return isSomebodyElse(said, own) ? maskedName(said) : said;
  // a number beside somebody else's name is theirs
  if (/phone$/i.test(key) && another) return maskedPhone(said);
  return numbersMasked(said, own);
}

function isSomebodyElse(said: unknown, { name }: Own): boolean {
  return typeof said === 'string' && said !== '' && said !== name;
}

function numbersMasked(text: string, { idNumber }: Own): string {
  return text.replace(ID_NUMBER, (found) => (found.toUpperCase() === idNumber ? found : maskedIdNumber(found)));
}
