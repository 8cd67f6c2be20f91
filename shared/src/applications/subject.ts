import type { CivilDate } from '../kernel/civil-date';

/** Whom an application is about, as whoever acts sees it. Names are masked by the server. */
export type SubjectView =
  | { readonly kind: 'self' }
  | {
      /** A child or ward; their guardian acts. */
      readonly kind: 'ward';
      readonly dependantId: string;
      readonly name: string;
      /** Under 14: the guardian agreed for the child (PIPL 31). */
      readonly under14: boolean;
      readonly minor: boolean;
      /** The guardian lives there too, and is one of the household without being listed. */
      readonly livesTogether?: true;
      /** What keeps it from being handed in, if anything does, as `DependantView` has it. */
      readonly waits?: 'paper' | 'consent' | 'grown-up' | 'gone';
    }
  | {
      /** 代办: somebody helps with this one matter. */
      readonly kind: 'helped';
      readonly mandateId: string;
      readonly name: string;
      readonly until: CivilDate;
      readonly state: 'waiting' | 'acting' | 'revoked' | 'ended';
      /** Seen by the person themself, on their own phone. */
      readonly you?: true;
    };

/** `POST /relief/applications {for}`: one of the two; left out it is for oneself. */
export interface ForWhom {
  readonly dependant?: string;
  readonly mandate?: string;
}
