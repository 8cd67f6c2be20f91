import { formWords } from '@jinmen/shared/applications/words';
import { programmes, vocabulary } from '@jinmen/shared/catalogue';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { dayWords, timeWords } from '@jinmen/shared/kernel/day-words';
import { yuan } from '@jinmen/shared/kernel/money';
import { officeName } from '@jinmen/shared/places/office-name';
import { CONSENT_PURPOSES, consentText } from '@jinmen/shared/residents/consent-texts';
import type { CopiedRecord, CopiedSection, ExportView, GivenPaperView } from '@jinmen/shared/residents/rights';
import { codeWords, keyWords } from './code-words';

const FACT = 'fact:';
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const HAN = /\p{Script=Han}/u;
/** Numbers, days, sums: nothing a reader has to be told in words. */
const PLAIN = /^[\d\s.,:+*Xx-]+$/;

/** The copy as a person reads it: what has no words, a code of ours, is left to the electronic one. First line: title. */
export function readable({ madeAt, of, only, sections, papers, given, seen }: ExportView): string {
  return [
    '我的数据，给我一份',
    `${of === undefined ? '' : `${of}，`}${dayTimeWords(madeAt)}做的。您自己的姓名和身份证号是全的，别人的只露一两个字。`,
    ...(only === undefined ? [] : [only]),
    '有不对的，可以在小程序里改，或者到“投诉和建议”里说。急事打 12345。',
    ...sections.flatMap(sectionLines),
    ...paperLines(papers),
    '',
    '【给过谁】（最近 50 次）',
    ...(given.length === 0 ? ['没有给过谁。'] : given.map(({ at, to, what }) => `${dayTimeWords(at)}，${to}：${what}`)),
    '',
    '【谁看过】（最近 50 次）',
    ...(seen.length === 0
      ? ['没有人看过。']
      : seen.map(
          ({ at, who, what, why }) => `${dayTimeWords(at)}，${who}${what}${why === undefined ? '' : `。原因：${why}`}`,
        )),
  ].join('\n');
}

function paperLines({ words, items }: ExportView['papers']): string[] {
  if (items.length === 0) return ['', '【交过的照片和文件】', '没有交过。'];
  return ['', '【交过的照片和文件】', words, ...items.map(paperLine)];
}

function paperLine({ name, about, type, bytes, takenAt, sent, path }: GivenPaperView): string {
  const kind = type === 'pdf' ? '文件' : '照片';
  // nobody is helped by less than a tenth
  const size = `约 ${Math.max(0.1, Math.round(bytes / 100_000) / 10)} 兆`;
  const where = path === undefined ? '后来重新拍过，这一张只有街道有' : sent ? '已经交给街道' : '还没交上去';
  return `· ${name}（${about}）：${dayTimeWords(takenAt)}的${kind}，${size}，${where}`;
}

function sectionLines({ title, purpose, basis, kept, records }: CopiedSection): string[] {
  const lines = records.map(recordLine).filter((line) => line !== '');
  return ['', `【${title}】`, `用来：${purpose}`, `凭什么：${basis.join('；')}`, `留多久：${kept}`, ...new Set(lines)];
}

/** One row as a line; empty where nothing of it has words. */
export function recordLine({ values }: CopiedRecord): string {
  const parts = Object.entries(values).flatMap(([what, value]) => {
    const words = said(value);
    return words === undefined ? [] : [`${what}：${words}`];
  });
  return parts.length === 0 ? '' : `· ${parts.join('；')}`;
}

function said(value: unknown): string | undefined {
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
  if (key.startsWith(FACT)) return factSaid(key.slice(FACT.length), value);
  const words = said(value);
  if (words === undefined) return undefined;
  const label = formLabels[key] ?? keyWords[key];
  if (label !== undefined) return `${label} ${words}`;
  return HAN.test(words) ? words : undefined;
}

function factSaid(name: string, value: unknown): string | undefined {
  const fact = vocabulary.facts[name];
  if (fact === undefined) return undefined;
  const words =
    fact.type === 'choice'
      ? fact.options.find((option) => option.value === value)?.label
      : fact.type === 'money' && typeof value === 'number'
        ? yuan(value)
        : said(value);
  return words === undefined ? undefined : `${fact.label} ${words}`;
}

const formLabels: Readonly<Record<string, string>> = {
  'applicant.phone': formWords.labels.phone,
  'applicant.street': formWords.labels.street,
  'applicant.address': formWords.labels.address,
  'applicant.hukouStreet': formWords.labels.hukou,
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
