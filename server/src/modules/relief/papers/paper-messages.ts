import type { PaperNeed } from '@jinmen/shared/applications/paper-views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { OpenedCase } from '../cases/cases.repository';
import type { SaidMessage } from '../handoff/case-matter';
import { askedIn, needsIn, type PaperStand } from './paper-list';
import type { KeptPaper, SignedCommitment } from './papers.repository';

/** Whether a bureau gets a paper: one of its programmes asks for it, or its office did. */
export function isForCase({ row, file }: OpenedCase, need: PaperNeed, cases: readonly OpenedCase[]): boolean {
  const asks = file.items.some(({ programme }) => need.neededBy.includes(programme));
  return asks || askedIn(cases).some(({ caseId, kind }) => caseId === row.id && kind === need.kind);
}

/** One message a page; `only` these pages when given. */
export function paperMessages(
  stand: PaperStand,
  opened: OpenedCase,
  only: (page: KeptPaper['pages'][number]) => boolean = () => true,
): readonly SaidMessage[] {
  return needsIn(stand).flatMap((need) => {
    const pages = stand.kept.find(({ row }) => row.kind === need.kind)?.pages ?? [];
    if (!isForCase(opened, need, stand.cases)) return [];
    return pages.filter(only).map(
      ({ position, fileId }): SaidMessage => ({
        type: 'PAPER',
        data: { kind: need.kind, name: need.name, page: position, pages: pages.length },
        fileId,
      }),
    );
  });
}

/** What of the promise is for this bureau; none when nothing is. */
export function commitmentMessage(
  { signedAt, papers }: Pick<SignedCommitment, 'signedAt' | 'papers'>,
  stand: PaperStand,
  opened: OpenedCase,
): readonly SaidMessage[] {
  const needs = needsIn(stand);
  const theirs = papers.filter(({ kind }) => {
    const need = needs.find((each) => each.kind === kind);
    return need !== undefined && isForCase(opened, need, stand.cases);
  });
  if (theirs.length === 0) return [];
  return [{ type: 'COMMITMENT', data: { signedOn: dayInShanghai(signedAt.getTime()), papers: theirs } }];
}
