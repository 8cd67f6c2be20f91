import type { CaseHop } from '@jinmen/shared/applications/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { OfficeView } from './relief-operations.port';

/** Which streets: one, or all of a district. `to`: one office, or `itself`. */
export interface RouteWish {
  readonly street?: string;
  readonly district?: string;
  readonly to: string;
}

/** One street of a change, as it is and as it will be. */
export interface RouteStep {
  readonly street: OfficeView;
  readonly from: OfficeView;
  readonly to: OfficeView;
}

/** What was changed in one act, by whom and why. */
export interface RouteBatch {
  readonly batch: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly steps: readonly RouteStep[];
  readonly undone: boolean;
}

/** Who decides in a district, since when, and who said so; nobody where it is as it began. */
export interface DistrictDecision {
  readonly district: { readonly code: string; readonly name: string };
  readonly decides: 'district' | 'street';
  readonly from?: CivilDate;
  readonly by?: string;
  readonly reason?: string;
  /** Comes into force later. */
  readonly next?: { readonly decides: 'district' | 'street'; readonly from: CivilDate };
}

/** A case as whoever sends it on sees it. */
export interface CaseAtOffice {
  readonly caseId: string;
  readonly bureau: string;
  readonly holder: string;
  /** Masked. */
  readonly applicant: string;
  readonly path: readonly CaseHop[];
  /** It is over: nothing is sent on any more. */
  readonly over: boolean;
}

/** 一城通办 as the people at `/staff` look after it. Changes are audited; nothing here moves a case by itself. */
export abstract class ReliefRouting {
  /** @throws Problem 400 `relief.unknown-street` */
  abstract preview(wish: RouteWish): Promise<readonly RouteStep[]>;

  /** @throws Problem 400 `relief.unknown-street` */
  abstract change(wish: RouteWish, by: string, reason: string): Promise<readonly RouteStep[]>;

  /** @throws Problem 404, 409 `relief.undone` */
  abstract undo(batch: string, by: string, reason: string): Promise<readonly RouteStep[]>;

  /** The latest acts, newest first. */
  abstract latest(): Promise<readonly RouteBatch[]>;

  abstract decisions(): Promise<readonly DistrictDecision[]>;

  /** @throws Problem 400 `relief.unknown-district` */
  abstract setDecision(
    district: string,
    decides: DistrictDecision['decides'],
    from: CivilDate,
    by: string,
    reason: string,
  ): Promise<void>;

  /** The cases behind a receipt, of these offices or of all. */
  abstract casesOf(receiptNumber: string, offices: readonly string[] | 'all'): Promise<readonly CaseAtOffice[]>;

  /**
   * Gives a case to another office, and tells its bureau.
   * @throws Problem 404 for a case of another office, 400 `relief.unknown-street`, 409 `relief.not-sent-on`
   */
  abstract sendOn(
    caseId: string,
    office: string,
    staff: { readonly id: string; readonly offices: readonly string[] | 'all' },
    reason: string,
  ): Promise<void>;
}
