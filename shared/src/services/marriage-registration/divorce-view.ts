import type { CivilDate } from '../../kernel/civil-date';
import type { DivorceDays } from './divorce-days';

/**
 * - `cooling`: step 2 is not possible yet, and either may take the application back.
 * - `ready`: step 2 can be booked and done now.
 * - `lapsed`: nobody came in time; it counts as taken back.
 */
export const DIVORCE_STATES = ['cooling', 'ready', 'withdrawn', 'done', 'lapsed'] as const;
export type DivorceState = (typeof DIVORCE_STATES)[number];

/** `GET /marriage/divorce`: an application a registry took, as one of the two sees it. */
export interface DivorceView {
  readonly id: string;
  readonly state: DivorceState;
  /** Step 2 is done here and nowhere else. */
  readonly site: string;
  readonly siteName: string;
  readonly receivedOn: CivilDate;
  readonly days: DivorceDays;
}
