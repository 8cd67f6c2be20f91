import { formWords } from '@jinmen/shared/applications/words';
import { programmes, vocabulary } from '@jinmen/shared/catalogue';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { dayWords, timeWords } from '@jinmen/shared/kernel/day-words';
import { yuan } from '@jinmen/shared/kernel/money';
import { officeName } from '@jinmen/shared/places/office-name';
import { CONSENT_PURPOSES, consentText } from '@jinmen/shared/residents/consent-texts';
import { codeWords, keyWords } from './code-words';

const FACT = 'fact:';
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const HAN = /\p{Script=Han}/u;
/** Numbers, days, sums: nothing a reader has to be told in words. */
const PLAIN = /^[\d\s.,:+*Xx-]+$/;

/** Anything that stands in a row, in words; none where it has none. */
export function said(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? '是' : '不是';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textSaid(value);
  if (Array.isArray(value)) return joined(value.map(said));
  if (typeof value !== 'object' || value === null) return undefined;
  return joined(Object.entries(value).map(([key, inside]) => fieldSaid(key, inside)));
}

function textSaid(text: string): string | undefined {
  if (INSTANT.test(text)) return dayTimeWords(text);
  const office = /^\d{9}$/.test(text) ? officeName(text) : text;
  if (HAN.test(office) || PLAIN.test(office)) return office;
  const purpose = CONSENT_PURPOSES.find((each) => each === text);
  if (purpose) return consentText(purpose).title;
  return programmes.find(({ code }) => code === text)?.title ?? codeWords[text];
}

/** One answer of a form under its label; of anything else what is known by name, or what speaks for itself. */
function fieldSaid(key: string, value: unknown): string | undefined {
  const words = key.startsWith(FACT) ? answerSaid(key, value) : said(value);
  if (words === undefined) return undefined;
  const label = labelOf(key) ?? keyWords[key];
  if (label !== undefined) return `${label} ${words}`;
  return HAN.test(words) ? words : undefined;
}

/** What a field of a form is called where it is filled in. */
export function labelOf(field: string): string | undefined {
  return field.startsWith(FACT) ? vocabulary.facts[field.slice(FACT.length)]?.label : formLabels[field];
}

/** What stands in a field of a form; none for a fact nobody could answer. */
export function answerSaid(field: string, value: unknown): string | undefined {
  const fact = field.startsWith(FACT) ? vocabulary.facts[field.slice(FACT.length)] : undefined;
  if (fact?.type === 'choice') return fact.options.find((option) => option.value === value)?.label;
  return fact?.type === 'money' && typeof value === 'number' ? yuan(value) : said(value);
}

const formLabels: Readonly<Record<string, string>> = {
  'applicant.phone': formWords.labels.phone,
  'applicant.street': formWords.labels.street,
  'applicant.address': formWords.labels.address,
  'applicant.hukouStreet': formWords.labels.hukou,
  'deceased.hukouStreet': formWords.labels.hukouOfDeceased,
  'household.members': formWords.labels.members,
  statement: formWords.labels.statement,
};

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const known = parts.filter((part) => part !== undefined && part !== '');
  return known.length === 0 ? undefined : known.join('，');
}

/** `2026 年 11 月 26 日 9:05`, in Tianjin. */
export function dayTimeWords(instant: string): string {
  const ms = Date.parse(instant);
  return `${dayWords(dayInShanghai(ms))} ${timeWords(ms)}`;
}
