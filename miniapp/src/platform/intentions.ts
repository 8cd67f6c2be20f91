import { sealedRecord } from '../state/sealed-record';
import { newKey } from './keys';
import { isRecord, textOf } from './shape';

/** Something a resident means to do once, e.g. hand in one application. */
export interface Intention {
  /** What it is, the same for every tap that means the same: `submission-<application id>`. */
  readonly name: string;
  readonly path: string;
  readonly body?: object;
  /** POST, unless it says otherwise. */
  readonly method?: 'DELETE';
  /** `optional`: also without anyone signed in. */
  readonly session?: 'optional';
  /** The route wants to know which request is the first of its key (`Attempt: 1`). */
  readonly saysFirst?: true;
}

/** One that has no answer yet. */
export interface Kept {
  readonly key: string;
  /** The request as it was: under the same key only the same may be sent. */
  readonly request: string;
  readonly perhapsSent: boolean;
}

/** The name under which the vault holds them. */
export const INTENTIONS_KEY = 'intentions';

type AllKept = Readonly<Record<string, Kept>>;

const allKept = sealedRecord<AllKept>(INTENTIONS_KEY, keptFrom, { forget: letGoInMemory });

/** Where the vault keeps nothing, a key lives as long as the app: two taps still are one intention. */
let inMemory: AllKept = {};

let lettings = 0;

const forgetters = new Set<() => void>();

/** Whether such an intention waits on this phone for another tap. */
export async function keptIntention(name: string): Promise<{ readonly perhapsSent: boolean } | undefined> {
  const kept = await readKept(name);
  return kept && { perhapsSent: kept.perhapsSent };
}

/** Which of these wait for another tap. */
export async function keptAmong(names: readonly string[]): Promise<readonly string[]> {
  const all = { ...(await allKept.read()), ...inMemory };
  return names.filter((name) => all[name] !== undefined);
}

/** How many wait for another tap, or are on their way. */
export async function keptIntentions(): Promise<number> {
  return Object.keys({ ...(await allKept.read()), ...inMemory }).length;
}

/** Lets go of it, e.g. when the application was seen to have arrived. */
export async function forgetIntention(name: string): Promise<void> {
  inMemory = without(inMemory, name);
  await allKept.change((now) => without(now, name));
}

/** Lets go of all, for whoever signs out. */
export function forgetIntentions(): Promise<boolean> {
  return allKept.destroy();
}

/** How often all were let go of: of what is still on its way then nothing is kept again, and it does not go once more. */
export function timesLetGo(): number {
  return lettings;
}

/** Runs `work` when all are let go of: what else lives in memory of them goes too. */
export function whenLetGo(work: () => void): void {
  forgetters.add(work);
}

function letGoInMemory(): void {
  lettings += 1;
  inMemory = {};
  for (const forget of forgetters) forget();
}

/** Keeps it with its key until it is forgotten. */
export async function keepIntention(name: string, kept: Kept): Promise<void> {
  inMemory = { ...inMemory, [name]: kept };
  await allKept.change((now) => ({ ...now, [name]: kept }));
}

/** The one that waits, where it asks for the same; else one with a key nobody ever sent. */
export async function keptOrNew({ name, path, body }: Intention): Promise<{ kept: Kept; isNew: boolean }> {
  const wanted = JSON.stringify([path, body]);
  const kept = await readKept(name);
  if (kept?.request === wanted) return { kept, isNew: false };
  return { kept: { key: newKey(), request: wanted, perhapsSent: false }, isNew: true };
}

async function readKept(name: string): Promise<Kept | undefined> {
  return inMemory[name] ?? (await allKept.read())[name];
}

function without(all: AllKept, name: string): AllKept {
  const { [name]: _gone, ...others } = all;
  return others;
}

function keptFrom(stored: unknown): AllKept {
  const entries = Object.entries(isRecord(stored) ? stored : {}).flatMap(([name, each]) => {
    const kept = isRecord(each) ? each : {};
    const key = textOf(kept.key);
    const wanted = textOf(kept.request);
    return key && wanted ? [[name, { key, request: wanted, perhapsSent: kept.perhapsSent === true }]] : [];
  });
  return Object.fromEntries(entries);
}
