import type { VerdictCode } from '@jinmen/shared/eligibility/assessment';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { sheet as words } from '../../copy/sheet';
import { dayInWords } from '../../platform/clock';
import { basisInWords } from './basis-words';

/** What a programme says of itself, to everybody alike. */
export type ProgrammeText = Pick<Programme, 'code' | 'title' | 'formalName' | 'guide'>;

/**
 * All the sheet is told about a household: one code a programme. No answer, no figure and no clause can stand on the
 * page, because none comes this far.
 */
export interface SheetSource {
  readonly verdicts: readonly { readonly programme: string; readonly verdict: VerdictCode }[];
  readonly asOf: CivilDate;
  readonly rulesVersion: string;
  readonly seenOn: CivilDate;
}

/** The page to print or to copy, as plain texts. */
export interface Sheet {
  readonly groups: readonly { readonly title: string; readonly items: readonly SheetItem[] }[];
  readonly notes: readonly string[];
  readonly basis: string;
}

export interface SheetItem {
  readonly code: string;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

/** Of an assessment, or of a kept result, the codes alone. */
export function sheetSource(seen: Omit<SheetSource, 'seenOn'>, seenOn: CivilDate): SheetSource {
  const verdicts = seen.verdicts.map(({ programme, verdict }) => ({ programme, verdict }));
  return { verdicts, asOf: seen.asOf, rulesVersion: seen.rulesVersion, seenOn };
}

const GROUPS = ['likely', 'needs-review'] as const;

/** What to ask for, where and with what. A programme without a text is only counted: its code is no word for anyone. */
export function sheetOf({ verdicts, asOf, rulesVersion, seenOn }: SheetSource, texts: readonly ProgrammeText[]): Sheet {
  const groups = GROUPS.map((code) => ({
    title: words.group[code],
    items: verdicts
      .filter(({ verdict }) => verdict === code)
      .flatMap(({ programme }) => texts.find((text) => text.code === programme) ?? [])
      .map(itemOf),
  })).filter(({ items }) => items.length > 0);
  const shown = verdicts.filter(({ verdict }) => GROUPS.some((code) => code === verdict)).length;
  const nameless = shown - groups.flatMap(({ items }) => items).length;
  const open = verdicts.filter(({ verdict }) => verdict === 'need-facts').length;
  return {
    groups,
    notes: [
      ...(shown === 0 ? [words.none] : []),
      ...(nameless > 0 ? [words.nameless(nameless)] : []),
      ...(open > 0 ? [words.open(open)] : []),
      words.hotline,
    ],
    basis: words.basis(dayInWords(seenOn), basisInWords(asOf, rulesVersion)),
  };
}

function itemOf({ code, title, formalName, guide }: ProgrammeText): SheetItem {
  return {
    code,
    title: title === formalName ? title : `${title}（${formalName}）`,
    lines: [
      { label: words.papers, text: guide.papers.join('；') },
      { label: words.where, text: guide.where },
      { label: words.howLong, text: guide.howLong },
      { label: words.phone, text: guide.phone },
    ],
  };
}

/** The same page to paste into a message. */
export function sheetAsText({ groups, notes, basis }: Sheet): string {
  const listed = groups.flatMap(({ title, items }) => [
    `【${title}】`,
    ...items.flatMap((item, index) => [
      `${index + 1}. ${item.title}`,
      ...item.lines.map(({ label, text }) => `   ${label}：${text}`),
    ]),
    '',
  ]);
  return [words.title, words.lead, '', ...listed, ...notes, basis].join('\n');
}
