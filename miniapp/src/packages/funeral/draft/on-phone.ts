import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { isRecord, textOf } from '../../../platform/shape';
import type { Sealed } from '../../../platform/vault-contract';
import { farewellsRecord, whenFarewellsForgotten } from '../../../state/farewells-on-phone';
import { nothingUnsent, type Unsent, unsentFrom } from './unsent';

/** What this phone has of one farewell, encrypted: the server's as it was last seen, and what is not there yet. */
export interface OnPhone {
  readonly server: FarewellView | undefined;
  readonly fetchedAtMs: number | undefined;
  readonly unsent: Unsent;
}

const nothing: OnPhone = { server: undefined, fetchedAtMs: undefined, unsent: nothingUnsent };

export async function readOnPhone(id: string): Promise<OnPhone> {
  const one = (await farewellsRecord.read())[id];
  if (!isRecord(one)) return nothing;
  const fetchedAtMs = typeof one.fetchedAtMs === 'number' ? one.fetchedAtMs : undefined;
  return { server: viewFrom(one.server), fetchedAtMs, unsent: unsentFrom(one.unsent) };
}

/** The farewells this phone has seen, for when there is no network to ask. */
export async function readAllOnPhone(): Promise<readonly (OnPhone & { readonly server: FarewellView })[]> {
  const all = await Promise.all(Object.keys(await farewellsRecord.read()).map(readOnPhone));
  return all.flatMap((one) => (one.server === undefined ? [] : [{ ...one, server: one.server }]));
}

const waiting = new Map<string, OnPhone>();
let writing: Promise<Sealed> | undefined;

/** While one write is under way only the newest of what comes meanwhile is written after it: typing is faster than a vault. */
export function keepOnPhone(id: string, one: OnPhone): Promise<Sealed> {
  waiting.set(id, one);
  writing ??= writeWaiting().finally(() => {
    writing = undefined;
  });
  return writing;
}

/** It is not theirs to see any more. */
export async function forgetOnPhone(id: string): Promise<void> {
  waiting.delete(id);
  await farewellsRecord.change(({ [id]: _gone, ...others }) => others);
}

whenFarewellsForgotten(() => waiting.clear());

/** As the server sent it once; a copy of an older release that lacks something is fetched anew. */
export function viewFrom(stored: unknown): FarewellView | undefined {
  if (!isRecord(stored) || typeof stored.version !== 'number') return undefined;
  const texts = [stored.id, stored.number, stored.state, stored.way];
  const objects = [stored.deceased, stored.ashes, stored.kinship, stored.wishes, stored.company];
  const lists = [stored.papers, stored.kin, stored.open, stored.acts, stored.steps];
  const whole = texts.every((each) => textOf(each)) && objects.every(isRecord) && lists.every(Array.isArray);
  // written by this app from the server's answer, and sealed since
  return whole ? (stored as unknown as FarewellView) : undefined;
}

async function writeWaiting(): Promise<Sealed> {
  let outcome: Sealed = { kind: 'sealed' };
  while (waiting.size > 0) {
    const newest = Object.fromEntries(waiting);
    waiting.clear();
    outcome = await farewellsRecord.change((now) => ({ ...now, ...newest }));
  }
  return outcome;
}
