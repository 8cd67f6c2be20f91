import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { DiscoveryService } from '@nestjs/core';

/** One time of a day, in Tianjin. */
export interface WindowTime {
  /** `08:30` */
  readonly from: string;
  readonly to: string;
  readonly capacity: number;
  /** Of these, what is kept for those who come without a booking. */
  readonly heldBack: number;
}

/** The times a pool has on a day it is open. */
export interface WindowTemplate {
  readonly code: string;
  /** As staff choose it. */
  readonly title: string;
  /** Which pool of these sites. */
  readonly pool: string;
  readonly sites: readonly string[];
  readonly times: readonly WindowTime[];
  /** Opened by itself on every working day; else only by an exception or by hand. */
  readonly usual: boolean;
  /** Its figures are a demonstration: 示例. */
  readonly sample: boolean;
}

/** A day that is not as the calendar says, for one site or for all of a service. The one for the site comes first. */
export interface OpeningException {
  /** All sites when absent. */
  readonly site?: string;
  readonly day: CivilDate;
  /** Open with the usual templates, or with one; or closed, and why in words residents read. */
  readonly what: { readonly open: true; readonly template?: string } | { readonly open: false; readonly why: string };
}

/** When windows are made and released. Figures are configuration: 示例, 待民政局核定. */
export interface OpeningSettings {
  /** How many days before its day a window is released. */
  readonly horizonDays: number;
  /** At which time of that day, in Tianjin: `08:30`. */
  readonly releaseAt: string;
  /** How many days before their release windows can be seen, as 还没放号. */
  readonly shownDays: number;
  /** How long before its start a window can no longer be booked. */
  readonly cutOffMinutes: number;
}

/** What one service opens before any of its staff changes it. */
export interface OpeningPlan {
  readonly settings: OpeningSettings;
  readonly templates: readonly WindowTemplate[];
  readonly exceptions: readonly OpeningException[];
}

/** Provided by the module of a service, marked with `@Opens`. */
export abstract class OpeningPlans {
  abstract readonly plan: OpeningPlan;
}

/** On an `OpeningPlans`: the code of its service in the catalogue. */
export const Opens = DiscoveryService.createDecorator<string>();
