import type { ApplicationView } from '@jinmen/shared/applications/views';
import { isRecord } from '../../../platform/shape';
import type { Sealed } from '../../../platform/vault-contract';
import { forgetDraftOnPhone, unsentRecord as record } from '../../../state/applications-on-phone';
import { nothingUnsent, type Unsent, unsentFrom } from './unsent';
import { viewFrom } from './view-from';

/** What this phone has of one draft, encrypted: the server's as it was last seen, and what is not there yet. */
export interface OnPhone {
  readonly server: ApplicationView | undefined;
  readonly unsent: Unsent;
}

export async function readOnPhone(id: string): Promise<OnPhone> {
  const one = (await record.read())[id];
  if (!isRecord(one)) return { server: undefined, unsent: nothingUnsent };
  return { server: viewFrom(one.server), unsent: unsentFrom(one.unsent) };
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

/** What waits to be written is somebody's who is gone. */
export function dropWaiting(): void {
  waiting.clear();
}

export async function forgetOnPhone(id: string): Promise<void> {
  waiting.delete(id);
  await forgetDraftOnPhone(id);
}

async function writeWaiting(): Promise<Sealed> {
  let outcome: Sealed = { kind: 'sealed' };
  while (waiting.size > 0) {
    const newest = Object.fromEntries(waiting);
    waiting.clear();
    outcome = await record.change((now) => ({ ...now, ...newest }));
  }
  return outcome;
}
