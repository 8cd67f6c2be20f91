import type { ComplaintView } from '@jinmen/shared/complaints/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { complaintWords } from './complaint-words';
import type { OpenedComplaint } from './complaints.repository';

/** A complaint as its owner sees it, but for what it is about. */
export function complaintView(
  { row, text, answer }: OpenedComplaint,
  days: number,
  today: CivilDate,
): Omit<ComplaintView, 'application'> {
  const { id, number, isCorrection, state, dueOn, createdAt, answeredAt } = row;
  const overdue = state === 'open' && today > dueOn;
  return {
    id,
    number,
    kind: isCorrection === 1 ? 'correction' : row.kind,
    text,
    at: createdAt.toISOString(),
    state,
    due: { on: dueOn, clock: complaintWords.clock(days), overdue },
    ...(answer !== undefined && answeredAt && { answer: { text: answer, at: answeredAt.toISOString() } }),
  };
}
