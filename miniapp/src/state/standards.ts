import { RULES_RELEASE } from '@jinmen/shared/catalogue';
import { isNewerRelease } from '@jinmen/shared/eligibility/rules-release';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardRows } from '@jinmen/shared/standards/standards';
import { create } from 'zustand';
import { nowMs, today } from '../platform/clock';
import { request } from '../platform/http';
import { readStored, writeStored } from '../platform/storage';
import { keptKeys } from './kept-on-phone';
import { type KeptStandards, keptStandardsFrom } from './kept-standards';

/** `bundled`: as released; `cached`: fetched on an earlier day or start; `fresh`: fetched today, since this start. */
export type StandardsOrigin = 'bundled' | 'cached' | 'fresh';

interface StandardsState {
  readonly rows: readonly StandardRow[];
  /** As it was when the rows came; `originOn` says what it is by now. */
  readonly origin: StandardsOrigin;
  /** The day the server's rows are in force; `undefined` while they are the bundled ones. */
  readonly asOf: CivilDate | undefined;
  /** The server's, when it said one. */
  readonly rulesVersion: string | undefined;
  readonly fetchedAtMs: number | undefined;
}

interface StandardsReply {
  readonly asOf?: unknown;
  readonly rulesVersion?: unknown;
  readonly standards: readonly StandardRow[];
}

export const bundledStandards: StandardsState = {
  rows: standardRows,
  origin: 'bundled',
  asOf: undefined,
  rulesVersion: undefined,
  fetchedAtMs: undefined,
};

export const useStandards = create<StandardsState>(() => {
  const kept = keptStandardsFrom(readStored(keptKeys.standards));
  return kept ? stateOf(kept, 'cached') : bundledStandards;
});

/** Rows fetched yesterday are no longer fresh, though the app was never closed. */
export function originOn({ origin, asOf }: Pick<StandardsState, 'origin' | 'asOf'>, day: CivilDate): StandardsOrigin {
  return origin === 'fresh' && asOf !== day ? 'cached' : origin;
}

/**
 * The server judges by newer rules than this release carries. A server that is behind, as in the hours of a roll-out,
 * has nothing to tell this phone.
 */
export function serverRulesAreNewer({ rulesVersion }: Pick<StandardsState, 'rulesVersion'>): boolean {
  return rulesVersion !== undefined && isNewerRelease(rulesVersion, RULES_RELEASE);
}

let underway: Promise<void> | undefined;

/**
 * Asks the server, at the start of the app, for the standards in force today. Without an answer the app goes on with
 * what it has and says from when that is. Nothing about the resident is sent.
 */
export function refreshStandards(): Promise<void> {
  underway ??= fetchStandards().finally(() => {
    underway = undefined;
  });
  return underway;
}

/**
 * The same where the rows are not of today, e.g. in an app left open overnight. Only for the tab pages: between the
 * first question and the result nothing is sent.
 */
export function refreshStandardsOfAnotherDay(): void {
  if (useStandards.getState().asOf !== today()) void refreshStandards();
}

async function fetchStandards(): Promise<void> {
  const kept = keptStandardsFrom(readStored(keptKeys.standards));
  const day = today();
  const reply = await request<StandardsReply>({ method: 'GET', path: `/standards?asOf=${day}`, etag: kept?.etag });
  if (reply.kind === 'not-modified' && kept) keep({ ...kept, asOf: day, fetchedAtMs: nowMs() });
  if (reply.kind !== 'ok') return;
  const { asOf = day, rulesVersion, standards } = reply.data;
  const fetched = keptStandardsFrom({ rows: standards, asOf, rulesVersion, fetchedAtMs: nowMs(), etag: reply.etag });
  if (fetched) keep(fetched);
}

function keep(standards: KeptStandards): void {
  writeStored(keptKeys.standards, standards);
  useStandards.setState(stateOf(standards, 'fresh'));
}

/**
 * The server sends what is in force on the day; a figure of this release that begins later stands beside it, so that a
 * phone without network does not go on with the old one.
 */
function stateOf({ rows, asOf, rulesVersion, fetchedAtMs }: KeptStandards, origin: StandardsOrigin): StandardsState {
  const later = standardRows.filter(({ from }) => from > asOf);
  return { rows: [...rows, ...later], origin, asOf, rulesVersion, fetchedAtMs };
}
