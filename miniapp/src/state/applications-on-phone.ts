import type { ApplicationView } from '@jinmen/shared/applications/views';
import { isRecord } from '../platform/shape';
import { keptKeys } from './kept-on-phone';
import { sealedRecord } from './sealed-record';
import { whenSignedOut } from './session';

type ById = Readonly<Record<string, unknown>>;

const byId = (stored: unknown): ById => (isRecord(stored) ? stored : {});

/** By application: a draft as it was last seen, and what was typed into it and is not on the server yet. */
export const unsentRecord = sealedRecord<ById>(keptKeys.reliefUnsent, byId);

/** By application: how far it was when the network was last there. */
export const casesRecord = sealedRecord<ById>(keptKeys.reliefCases, byId);

/** A draft that is gone from the server leaves this phone too. */
export async function forgetDraftOnPhone(id: string): Promise<void> {
  await unsentRecord.change(({ [id]: _gone, ...others }) => others);
}

/** The copy of one application's way, gone from this phone. */
export async function forgetCaseOnPhone(id: string): Promise<void> {
  await casesRecord.change(({ [id]: _gone, ...others }) => others);
}

/** Whether it is about somebody whom this account helps: it is here only as long as they wish. */
export function isSomebodyHelped(view: Pick<ApplicationView, 'subject'> | undefined): boolean {
  return view?.subject?.kind === 'helped' && view.subject.you !== true;
}

/** Of how many applications something is kept here. */
export async function keptApplications(): Promise<number> {
  const [unsent, cases] = await Promise.all([unsentRecord.read(), casesRecord.read()]);
  return new Set([...Object.keys(unsent), ...Object.keys(cases)]).size;
}

const forgetters = new Set<() => void>();

/** Runs `work` when the applications on this phone are forgotten: what lives in memory must go with them. */
export function whenApplicationsForgotten(work: () => void): void {
  forgetters.add(work);
}

/** Wipes what this phone has of anybody's applications; the server keeps its own. `false`: the phone would not let go. */
export async function forgetApplications(): Promise<boolean> {
  for (const forget of forgetters) forget();
  const gone = await Promise.all([unsentRecord.destroy(), casesRecord.destroy()]);
  return gone.every(Boolean);
}

whenSignedOut(forgetApplications);
