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
}

/**
 * Which of a booking's people somebody is: the one on whose phone it was said; else the one who said yes anywhere and is
 * the same person, e.g. at a desk or on the other's phone. Whoever has not said yes is none of them.
 */
export function ownParty<Party extends SomeParty>(
  parties: readonly Party[],
  { accountId, personId }: Whose,
): Party | undefined {
  return (
    parties.find((party) => party.accountId === accountId) ??
    parties.find((party) => party.personId === personId && party.confirmedAt != null)
  );
}
