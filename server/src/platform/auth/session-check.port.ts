import type { Resident, Staff } from './current';

/**
 * Whose session a bearer token is. Asked by the access guard with every request to a route for residents; nothing is
 * remembered between requests, so that a session ended elsewhere is over at once.
 */
export abstract class SessionCheck {
  /** None for a token that is forged, expired, of another kind, or whose session has ended: all alike. */
  abstract find(token: string): Promise<Resident | undefined>;
}

/** The same for the routes of staff. */
export abstract class StaffCheck {
  abstract find(token: string): Promise<Staff | undefined>;
}
