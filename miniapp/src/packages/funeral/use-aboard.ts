import { aboardOf } from '@jinmen/shared/services/sea-scattering/content';
import { usePageShown } from '../../platform/lifecycle';
import { contentsOf } from './draft/sections';
import { openFarewell, useFarewell } from './draft/session';
import { shown } from './draft/unsent';

/**
 * How many of the family come aboard, with what was typed a moment ago; one where nobody chooses yet, or nobody can be asked
 * now. Nothing while its farewell is on its way: a family that asks the crew is not shown 已满 for a moment.
 */
export function useAboard(id: string | undefined): number | undefined {
  const { id: opened, server, unsent, trouble } = useFarewell();
  usePageShown(() => {
    if (id !== undefined && useFarewell.getState().id !== id) void openFarewell(id);
  });
  if (id === undefined) return 1;
  if (opened !== id) return undefined;
  if (server === undefined) return trouble === undefined ? undefined : 1;
  return aboardOf(shown(contentsOf(server), unsent));
}
