import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardRows } from '@jinmen/shared/standards/standards';
import { create } from 'zustand';
import { nowMs, today } from '../platform/clock';
import { request } from '../platform/http';
import { readStored, writeStored } from '../platform/storage';
import { keptKeys } from './kept-on-phone';
import { type KeptStandards, keptStandardsFrom } from './kept-standards';

interface StandardsState {
  readonly rows: readonly StandardRow[];
  /** `bundled`: as released; `cached`: fetched on an earlier day or start; `fresh`: fetched since this start. */
  readonly origin: 'bundled' | 'cached' | 'fresh';
  readonly fetchedAtMs: number | undefined;
}

interface StandardsReply {
  readonly standards: readonly StandardRow[];
}

export const useStandards = create<StandardsState>(() => {
  const kept = keptStandardsFrom(readStored(keptKeys.standards));
  return kept
    ? { rows: kept.rows, origin: 'cached', fetchedAtMs: kept.fetchedAtMs }
    : { rows: standardRows, origin: 'bundled', fetchedAtMs: undefined };
});

/**
 * Asks the server once, at the start of the app, for the standards in force today. Without an answer the app goes on
 * with what it has and says from when that is. Nothing about the resident is sent.
 */
export async function refreshStandards(): Promise<void> {
  const kept = keptStandardsFrom(readStored(keptKeys.standards));
  const reply = await request<StandardsReply>({ method: 'GET', path: `/standards?asOf=${today()}`, etag: kept?.etag });
  if (reply.kind === 'not-modified' && kept) keep({ ...kept, fetchedAtMs: nowMs() });
  if (reply.kind !== 'ok') return;
  const fetched = keptStandardsFrom({ rows: reply.data.standards, fetchedAtMs: nowMs(), etag: reply.etag });
  if (fetched) keep(fetched);
}

function keep(standards: KeptStandards): void {
  writeStored(keptKeys.standards, standards);
  useStandards.setState({ rows: standards.rows, origin: 'fresh', fetchedAtMs: standards.fetchedAtMs });
}
