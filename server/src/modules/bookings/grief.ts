import type { Pool } from '../slot-inventory/slot-inventory.port';
import type { BookableService } from './bookable-service.port';

type Kinds = Pick<BookableService, 'kinds'>;

/** Of a kind in bereavement nothing is counted before those who come: no number left, no ledger, no line to stand in. */
export function isInGrief({ kinds }: Kinds, kind: string): boolean {
  return kinds.find(({ code }) => code === kind)?.grief === true;
}

/** Whether it may be said how many are left of a pool: it serves something that is not in bereavement. */
export function tellsNumbers(
  policy: Kinds & Pick<BookableService, 'poolOf'>,
  pool: Omit<Pool, 'id' | 'service'>,
): boolean {
  return policy.kinds.some(({ code, grief }) => !grief && policy.poolOf(code, pool.site) === pool.kind);
}
