import { openPage } from '../../platform/navigate';
import { isAskedFor, useBothMainland } from './both-mainland';
import { queryOf, type Wanted } from './wanted';

/** To the month of a place, or of all; by the one question before it, unless that was answered or is not asked. */
export function openDays(wanted: Wanted): void {
  const asked = useBothMainland.getState().answer !== true && isAskedFor(wanted) && wanted.change === undefined;
  openPage(asked ? 'marriageBefore' : 'marriageMonth', queryOf(wanted));
}
