import { isMaskedIdNumber } from '@jinmen/shared/applications/check-field';
import {
  type Ashes,
  type Deceased,
  FAREWELL_SECTIONS,
  type FarewellSection,
  type FarewellView,
  type Kinship,
  type SeaCompany,
  type SeaPaperState,
  type SeaWay,
  type SeaWishes,
} from '@jinmen/shared/services/sea-scattering/views';
import { isRecord } from '../../../platform/shape';

/** What a family says, section by section, as it is sent: each whole. */
export interface Contents {
  readonly way: SeaWay;
  readonly deceased: Deceased;
  readonly ashes: Ashes;
  readonly kinship: Kinship;
  readonly wishes: SeaWishes;
  readonly company: SeaCompany;
  readonly papers: readonly SeaPaperState[];
  readonly contact: { readonly phone?: string; readonly wantsCalls: boolean };
}

/** `deceased.name`, or a section that is one answer: `way`, `papers`. */
export type Path = string;

export function contentsOf(view: FarewellView): Contents {
  const { way, deceased, ashes, kinship, wishes, company, papers, phone, wantsCalls } = view;
  const contact = { wantsCalls, ...(phone !== undefined && { phone }) };
  return { way, deceased, ashes, kinship, wishes, company, papers, contact };
}

export function sectionOf(path: Path): FarewellSection | undefined {
  const [name] = path.split('.');
  return FAREWELL_SECTIONS.find((section) => section === name);
}

export function valueAt(contents: Contents, path: Path): unknown {
  const section = sectionOf(path);
  if (section === undefined) return undefined;
  const whole: unknown = contents[section];
  if (path === section) return whole;
  return isRecord(whole) ? whole[path.slice(section.length + 1)] : undefined;
}

/** With these answers in their places; `null` empties one. */
export function withValues(contents: Contents, values: Readonly<Record<Path, unknown>>): Contents {
  const changed: Record<string, unknown> = { ...contents };
  for (const [path, value] of Object.entries(values)) {
    const section = sectionOf(path);
    if (section === undefined) continue;
    changed[section] = path === section ? value : withPart(changed[section], path.slice(section.length + 1), value);
  }
  // every part was an answer of this phone to the question at that path, or the server's own
  return changed as unknown as Contents;
}

function withPart(whole: unknown, part: string, value: unknown): unknown {
  const { [part]: _before, ...others } = isRecord(whole) ? whole : {};
  return value === null || value === undefined ? others : { ...others, [part]: value };
}

/** Whether it says the same; a number the server masked is the one it was made from, as far as can be seen. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') {
    return one === other || isMaskOf(one, other) || isMaskOf(other, one);
  }
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function isMaskOf(masked: string, whole: string): boolean {
  if (!masked.includes('*') || whole.includes('*')) return false;
  const [head = ''] = masked.split('*');
  const tail = masked.slice(masked.lastIndexOf('*') + 1);
  return whole.startsWith(head) && whole.endsWith(tail);
}

/** A number as the server shows it: looked at and left alone, it is the one that stands there. */
export function isMasked(text: string): boolean {
  return isMaskedIdNumber(text) || /\d\*{2,}\d/.test(text);
}
