import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { isMarriageKind, type MarriageKind } from '@jinmen/shared/services/marriage-registration/kinds';
import { usePageParameter } from '../../platform/lifecycle';

/** What a page of this package hands to the next in its address. */
export interface Wanted {
  readonly kind: MarriageKind;
  readonly site?: string | undefined;
  readonly day?: CivilDate | undefined;
  /** The booking whose time is being changed: the time found is taken to its page instead of being held anew. */
  readonly change?: string | undefined;
}

/** What the address asks for; without a kind this release knows, 结婚登记. */
export function useWanted(): Wanted {
  const kind = usePageParameter('kind');
  const site = usePageParameter('site');
  const day = usePageParameter('day');
  const change = usePageParameter('change');
  return { kind: isMarriageKind(kind) ? kind : 'marriage', site, day: isCivilDate(day) ? day : undefined, change };
}

/** As it stands in an address: what is not wanted is not there. */
export function queryOf(wanted: Wanted): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
