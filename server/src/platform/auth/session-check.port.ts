import type { Resident, StaffAtWork } from './current';

/**
 * Whose session a bearer token is. Asked by the access guard with every request to a route for residents; nothing is
 * remembered between requests, so that a session ended elsewhere is over at once.
 */
export abstract class SessionCheck {
  /** Whose a token says it is: none for one that is forged, expired or of another kind. Its session may have ended. */
  abstract read(token: string): Resident | undefined;

  /** Whether that session is theirs and has not ended. */
  abstract runs(resident: Resident): Promise<boolean>;

  /** None for a token that is forged, expired, of another kind, or whose session has ended: all alike. */
  async find(token: string): Promise<Resident | undefined> {
    const resident = this.read(token);
    return resident && (await this.runs(resident)) ? resident : undefined;
  }
}

/** The same for the routes of staff. */
export abstract class StaffCheck {
  abstract find(token: string): Promise<StaffAtWork | undefined>;
}
