import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { EMPTY_FAREWELL } from '@jinmen/shared/services/sea-scattering/content';
import { readSection } from '@jinmen/shared/services/sea-scattering/read-section';
import { type Contents, isMasked, type Path, sectionOf } from './draft/sections';

/** What is wrong with one answer, by the checks the server makes; what it showed masked is its own and not looked at. */
export function problemAt(contents: Contents, path: Path, today: CivilDate): string | undefined {
  const section = sectionOf(path);
  if (section === undefined) return undefined;
  const read = readSection(section, withoutMasks(contents[section]), { before: EMPTY_FAREWELL, today });
  if (!('problems' in read)) return undefined;
  return read.problems.find(({ field }) => field === path || field.startsWith(`${path}.`))?.message;
}

function withoutMasks(given: unknown): unknown {
  if (typeof given === 'string') return isMasked(given) ? null : given;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, withoutMasks(value)]));
}
