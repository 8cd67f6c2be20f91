import type { CopiedRecord, CopiedSection, ExportView, GivenPaperView } from '@jinmen/shared/residents/rights';
import { formLines, isForm } from './form-lines';
import { dayTimeWords, said } from './said';

/** The copy as a person reads it: what has no words, a code of ours, is left to the electronic one. First line: title. */
export function readable({ madeAt, of, only, sections, papers, given, seen }: ExportView): string {
  return [
    '我的数据，给我一份',
    `${of === undefined ? '' : `${of}，`}${dayTimeWords(madeAt)} 做的。您自己的姓名和身份证号是全的，别人的只露一两个字。`,
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
  return `· ${name}（${about}）：${dayTimeWords(takenAt)} 的${kind}，${size}，${where}`;
}

function sectionLines({ title, purpose, basis, kept, records }: CopiedSection): string[] {
  const lines = records.map(recordLine).filter((line) => line !== '');
  return ['', `【${title}】`, `用来：${purpose}`, `凭什么：${basis.join('；')}`, `留多久：${kept}`, ...new Set(lines)];
}

/** One row as a line, and what was filled in with it below; empty where nothing of it has words. */
export function recordLine({ values }: CopiedRecord): string {
  const parts: string[] = [];
  const below: string[] = [];
  for (const [what, value] of Object.entries(values)) {
    if (isForm(value)) below.push(...formLines(what, value));
    else {
      const words = said(value);
      if (words !== undefined) parts.push(`${what}：${words}`);
    }
  }
  return [...(parts.length === 0 ? [] : [`· ${parts.join('；')}`]), ...below].join('\n');
}
