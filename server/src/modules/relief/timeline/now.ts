import type { ApplicationState } from '@jinmen/shared/applications/views';
import type { OpenedCase } from '../cases/cases.repository';
import { reliefWords } from '../words';

/** What is going on with the whole of an application, in one line: what waits for the resident first. */
export function nowOf(
  state: ApplicationState,
  cases: readonly OpenedCase[],
  holderOf: (opened: OpenedCase) => string,
): string {
  const { now } = reliefWords;
  if (state === 'draft') return now.draft;
  if (state === 'withdrawn') return now.withdrawn;
  if (state === 'closed') return now.closed;
  const first = URGENCY.flatMap((each) => cases.filter(({ file }) => file.state === each))[0];
  return first ? caseNow(first.file.state, holderOf(first)) : now.closed;
}

/** What to speak of first when an application has several cases. */
const URGENCY = [
  'supplement-requested',
  'publicised',
  'investigating',
  'verifying',
  'accepted',
  'routed',
  'submitted',
  'decided',
  'held-back',
] as const;

export function caseNow(state: OpenedCase['file']['state'], holder: string): string {
  const { now } = reliefWords;
  switch (state) {
    case 'held-back':
      return now.heldBack;
    case 'submitted':
      return now.submitted(holder);
    case 'routed':
      return now.routed(holder);
    case 'accepted':
      return now.accepted(holder);
    case 'supplement-requested':
      return now.papers(holder);
    case 'investigating':
      return now.investigating(holder);
    default:
      return now[state];
  }
}
