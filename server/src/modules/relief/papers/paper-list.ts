import type {
  EarlierPaper,
  PaperNeed,
  PaperPageView,
  PaperState,
  PaperView,
} from '@jinmen/shared/applications/paper-views';
import { kindOfName, nameOfKind, papersOf, waysOf } from '@jinmen/shared/applications/papers';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { OpenedApplication } from '../applications/applications.repository';
import type { OpenedCase } from '../cases/cases.repository';
import type { PaperPromiseRow } from './paper.entity';
import type { KeptPaper } from './papers.repository';

/** Everything that is known of the papers of one application. */
export interface PaperStand {
  readonly application: OpenedApplication;
  readonly cases: readonly OpenedCase[];
  readonly kept: readonly KeptPaper[];
  readonly promises: readonly PaperPromiseRow[];
  /** By kind. */
  readonly earlier: ReadonlyMap<string, EarlierPaper>;
}

/** What an office asks for, by our kind, with the office's own words for it. */
export interface AskedFor {
  readonly kind: string;
  readonly name: string;
  readonly by: CivilDate;
  readonly received: boolean;
  readonly unreadable: boolean;
  readonly caseId: string;
  readonly programmes: readonly string[];
}

/** What the programmes ask of the household, and behind it what an office asked for besides. */
export function needsIn({
  application,
  cases,
  kept,
}: Pick<PaperStand, 'application' | 'cases' | 'kept'>): readonly PaperNeed[] {
  const { row, draft } = application;
  const needs = papersOf(row.programmes, draft.values);
  const asked = askedIn(cases).filter(({ kind }) => !needs.some((need) => need.kind === kind));
  const more = new Map(
    asked.map(({ kind, name, programmes }): [string, PaperNeed] => [
      kind,
      { kind, name, neededBy: programmes, mayFollow: false },
    ]),
  );
  const left = kept.filter(({ row: { kind } }) => !more.has(kind) && !needs.some((need) => need.kind === kind));
  // an answer was changed since: what was photographed is shown as long as it is there
  const stray = left.map(({ row: { kind } }) => strayNeed(kind)).filter((need) => need !== undefined);
  return [...needs, ...more.values(), ...stray];
}

/** Of the lists that are open at the offices. */
export function askedIn(cases: readonly OpenedCase[]): readonly AskedFor[] {
  return cases.flatMap(({ row, file }) => {
    const { papers: list } = file;
    if (!list?.open || file.state !== 'supplement-requested') return [];
    const programmes = file.items.filter(({ state }) => state === 'in-hand').map(({ programme }) => programme);
    return list.papers.map(({ name, received, unreadable = false }) => ({
      kind: kindOfName(name),
      name,
      by: list.by,
      received,
      unreadable,
      caseId: row.id,
      programmes,
    }));
  });
}

export function paperViews(stand: PaperStand): readonly PaperView[] {
  const asked = askedIn(stand.cases);
  return needsIn(stand).map((need): PaperView => {
    const paper = stand.kept.find(({ row }) => row.kind === need.kind);
    const promise = stand.promises.find(({ kind, keptAt }) => kind === need.kind && keptAt === null);
    const wanted = asked.find(({ kind, received }) => kind === need.kind && !received);
    const earlier = stand.application.row.state === 'draft' ? stand.earlier.get(need.kind) : undefined;
    const by = wanted?.by ?? promise?.dueDay;
    const way = promise ? 'later' : (paper?.row.way ?? (need.fetchedBy === undefined ? undefined : 'bureau'));
    return {
      ...need,
      ways: waysOf(need, earlier !== undefined),
      ...(way && { way }),
      state: stateOf(need, paper, promise, wanted),
      pages: (paper?.pages ?? []).map(pageView),
      ...(by !== undefined && { by }),
      ...(earlier && { earlier }),
    };
  });
}

function stateOf(
  need: PaperNeed,
  paper: KeptPaper | undefined,
  promise: PaperPromiseRow | undefined,
  wanted: AskedFor | undefined,
): PaperState {
  if (paper?.pages.some(({ sentAt }) => sentAt === null)) return 'ready';
  if (wanted) return wanted.unreadable ? 'unreadable' : 'asked';
  if (promise) return promise.missedAt === null ? 'promised' : 'missed';
  if (paper && paper.pages.length > 0) return 'sent';
  if (paper?.row.way === 'in-person') return 'in-person';
  return need.fetchedBy === undefined ? 'open' : 'bureau';
}

function pageView({ fileId, position, type, unclear, sentAt }: KeptPaper['pages'][number]): PaperPageView {
  return { file: fileId, page: position, type, ...(unclear !== null && { unclear }), sent: sentAt !== null };
}

function strayNeed(kind: string): PaperNeed | undefined {
  const name = nameOfKind(kind);
  return name === undefined ? undefined : { kind, name, neededBy: [], mayFollow: false };
}
