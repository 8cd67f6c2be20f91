import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { NewWindow } from '../slot-inventory/slot-inventory.port';
import type { OpeningException, OpeningPlan, OpeningSettings, WindowTemplate } from './opening-plans.port';

/** An exception as it is kept; `id` is absent on one of the release. */
export type KeptException = OpeningException & { readonly id?: string };

/** A plan as it is in force, with what staff wrote over it. */
export interface StandingPlan extends OpeningPlan {
  readonly exceptions: readonly KeptException[];
}

/** A year whose holidays nobody has published here, and the first of its days that is to be seen by now. */
export interface YearWithoutNotice {
  readonly year: string;
  readonly from: CivilDate;
}

/** When services open their windows, for the people at `/staff` who look after it. Every change is audited. */
export abstract class Openings {
  /** The services that open windows here. */
  abstract services(): readonly string[];

  /** @throws Problem 404 for a service without a plan. */
  abstract plan(service: string): Promise<StandingPlan>;

  /** What will open by itself on a day whose windows are not there yet. */
  abstract planned(service: string, days: readonly CivilDate[]): Promise<readonly NewWindow[]>;

  /** The windows of a template on the given days, whatever the calendar says of them. @throws Problem 404 */
  abstract windowsOf(
    service: string,
    template: string,
    days: readonly CivilDate[],
    sites?: readonly string[],
  ): Promise<readonly NewWindow[]>;

  /** Days not made yet follow it. @throws Problem 400 `opening.unusable` */
  abstract putTemplate(service: string, template: WindowTemplate, by: string, reason: string): Promise<void>;

  /** @throws Problem 400 `opening.unusable` */
  abstract putSettings(service: string, settings: OpeningSettings, by: string, reason: string): Promise<void>;

  /** Replaces what was said of that day and site before. */
  abstract putException(service: string, exception: OpeningException, by: string, reason: string): Promise<void>;

  /** `false` when there is none. One of the release stays; another over it is the way. */
  abstract removeException(service: string, id: string, by: string, reason: string): Promise<boolean>;
}

/** The years operators are still to load a holiday notice of. */
export abstract class MissingNotices {
  /** Those some day of which is to be seen by now, each with the first day nothing opens on by itself. */
  abstract list(): Promise<readonly YearWithoutNotice[]>;
}
