import type { PartnerWay } from '@jinmen/shared/bookings/views';
import { isSpokenFor } from './bookable-service.port';
import type { BookingRole } from './booking-party.entity';

/** Somebody at a phone, and who they are once the identity bureau has confirmed it there. */
export interface Whose {
  readonly accountId: string;
  readonly personId?: string;
}

/** What is asked of a party: a row of the table or a party with its name. */
interface SomeParty {
  readonly role: BookingRole;
  readonly personId: string;
  readonly accountId?: string | null;
  readonly confirmedAt?: Date | null;
  readonly way?: PartnerWay | null;
}

/**
 * Which of a booking's people somebody is: the one on whose phone it was said; else the same person, who said yes anywhere,
 * e.g. at a desk or on the other's phone, or for whom it was taken where no phone of theirs was known and who is still to
 * say it. What is only kept on another phone of theirs is not seen on this one.
 */
export function ownParty<Party extends SomeParty>(
  parties: readonly Party[],
  { accountId, personId }: Whose,
): Party | undefined {
  return (
    parties.find((party) => party.accountId === accountId) ??
    parties.find((party) => party.personId === personId && (party.confirmedAt != null || party.accountId == null))
  );
}

/** Which person somebody is in a booking; none when it is not theirs. */
export function personIn(
  { parties }: { readonly parties: readonly { readonly row: SomeParty }[] },
  whose: Whose,
): string | undefined {
  return ownParty(
    parties.map(({ row }) => row),
    whose,
  )?.personId;
}

/**
 * Against whom it counts when somebody cancels: whoever does, for nobody else of the booking; but of one whose yes was
 * said on the holder's phone, the holder who put them there (docs/adr/0041).
 */
export function countsAgainst(
  { parties }: { readonly parties: readonly { readonly row: SomeParty }[] },
  whose: Whose,
): string | undefined {
  const rows = parties.map(({ row }) => row);
  const own = ownParty(rows, whose);
  return own && isSpokenFor(own) ? rows.find(({ role }) => role === 'holder')?.personId : own?.personId;
}
