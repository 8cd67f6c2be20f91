import { programmes as catalogue } from '../catalogue';
import { contentHash } from '../kernel/content-hash';
import type { FieldValues } from './field';
import { factsIn } from './form';
import {
  CERTIFICATE_FIRST,
  GUIDE_REMARKS,
  GUIDE_WORDS,
  IF_ANY,
  type LocalList,
  localLists,
  type PaperKind,
  paperKinds,
  WHERE_THERE_IS_ONE,
} from './paper-kinds';
import type { PaperNeed, PaperWay } from './paper-views';

/** What the programmes ask of this household, each paper once, in the order of the guides. */
export function papersOf(programmes: readonly string[], fields: FieldValues): readonly PaperNeed[] {
  const facts = factsIn(fields);
  const asks = [...asksOfGuides(programmes), ...asksOfPlace(programmes, fields)];
  return paperKinds.flatMap((paper): PaperNeed[] => {
    const asked = asks.filter(({ kind }) => kind === paper.kind);
    const theirs = paper.applies?.(facts) ?? 'yes';
    const applies = theirs !== 'not-yet' && isAlwaysAsked(asked, paper) ? 'yes' : theirs;
    if (asked.length === 0 || applies === 'no' || applies === 'not-yet') return [];
    const note = applies === 'if-any' ? IF_ANY : (paper.note?.(facts) ?? asked.find((ask) => ask.note)?.note);
    const { kind, name, fetchedBy, original } = paper;
    return [
      {
        kind,
        name,
        ...(note !== undefined && { note }),
        neededBy: [...new Set(asked.map(({ programme }) => programme))],
        mayFollow: fetchedBy === undefined,
        ...(fetchedBy !== undefined && { fetchedBy }),
        ...(original && { original }),
      },
    ];
  });
}

/** What else is said about bringing papers, each once: by the guides, and of one that has to be got first. */
export function remarksOf(programmes: readonly string[], fields: FieldValues): readonly string[] {
  const facts = factsIn(fields);
  const asked = asksOfGuides(programmes).map(({ kind }) => kind);
  const notYet = paperKinds.some(({ kind, applies }) => asked.includes(kind) && applies?.(facts) === 'not-yet');
  const said = [...new Set(wordsOf(programmes).map(({ words }) => words))];
  return [...(notYet ? [CERTIFICATE_FIRST] : []), ...said.filter((words) => GUIDE_REMARKS.includes(words))];
}

/** The ways there are for a paper; the first is the one to offer. `earlier`: it was given with another application. */
export function waysOf({ fetchedBy, original, mayFollow }: PaperNeed, earlier = false): readonly PaperWay[] {
  if (fetchedBy !== undefined) return ['bureau'];
  const now: readonly PaperWay[] = original ? [] : [...(earlier ? (['have'] as const) : []), 'photo'];
  return [...now, ...(mayFollow ? (['later'] as const) : []), 'in-person'];
}

/** The kind of a paper an office asked for in its own words; the same words are always the same kind. */
export function kindOfName(name: string): string {
  const said = bare(name);
  const known = paperKinds.find((paper) => paper.name === said) ?? kindOfWords(said);
  return known?.kind ?? `asked-${contentHash(said)}`;
}

/** What a kind of ours is called; none for one made of an office's words. */
export function nameOfKind(kind: string): string | undefined {
  return paperKinds.find((paper) => paper.kind === kind)?.name;
}

/** What stands in an address as a kind: ours, or one made of an office's words. */
export function isPaperKind(text: string): boolean {
  return paperKinds.some(({ kind }) => kind === text) || /^asked-[0-9a-z]{4,11}$/.test(text);
}

interface Ask {
  readonly kind: string;
  readonly programme: string;
  readonly note?: string;
  /** Asked for whatever the household answered: the guide does not say 有的话. */
  readonly always: boolean;
}

function asksOfGuides(programmes: readonly string[]): readonly Ask[] {
  return wordsOf(programmes).flatMap(({ programme, words }) =>
    (GUIDE_WORDS[words] ?? []).map((kind) => {
      const note = /（([^（）]+)）$/.exec(words)?.[1];
      return { kind, programme, always: !WHERE_THERE_IS_ONE.test(note ?? ''), ...(note !== undefined && { note }) };
    }),
  );
}

function asksOfPlace(programmes: readonly string[], fields: FieldValues): readonly Ask[] {
  const street = fields['applicant.street'];
  const lives = ({ district }: LocalList) => typeof street === 'string' && street.startsWith(district);
  return localLists
    .filter((list) => programmes.includes(list.programme) && lives(list))
    .flatMap(({ programme, papers, note }) => papers.map((kind) => ({ kind, programme, note, always: false })));
}

function isAlwaysAsked(asked: readonly Ask[], { applies }: PaperKind): boolean {
  return applies === undefined || asked.some(({ always }) => always);
}

function wordsOf(programmes: readonly string[]) {
  return catalogue
    .filter(({ code }) => programmes.includes(code))
    .flatMap(({ code, guide }) => guide.papers.map((words) => ({ programme: code, words })));
}

function kindOfWords(said: string): PaperKind | undefined {
  const [words, kinds] = Object.entries(GUIDE_WORDS).find(([each]) => bare(each) === said) ?? [];
  return words !== undefined && kinds?.length === 1 ? paperKinds.find(({ kind }) => kind === kinds[0]) : undefined;
}

/** Without what stands in brackets behind it. */
function bare(words: string): string {
  return words.replace(/（.*）$/, '').trim();
}
