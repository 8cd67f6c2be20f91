import { isRecord } from '../platform/shape';
import { keptKeys } from './kept-on-phone';
import { sealedRecord } from './sealed-record';
import { whenSignedOut } from './session';

type ById = Readonly<Record<string, unknown>>;

/** By farewell: as it was last seen, and what was typed into it and is not on the server yet. */
export const farewellsRecord = sealedRecord<ById>(keptKeys.farewells, (stored) => (isRecord(stored) ? stored : {}));

const forgetters = new Set<() => void>();

/** Runs `work` when the farewells on this phone are forgotten: what lives in memory must go with them. */
export function whenFarewellsForgotten(work: () => void): void {
  forgetters.add(work);
}

/** Of how many farewells this phone has a copy. */
export async function keptFarewells(): Promise<number> {
  return Object.keys(await farewellsRecord.read()).length;
}

/** Wipes this phone's copies; the server keeps its own. `false`: the phone would not let go. */
export async function forgetFarewells(): Promise<boolean> {
  for (const forget of forgetters) forget();
  return farewellsRecord.destroy();
}

whenSignedOut(forgetFarewells);
