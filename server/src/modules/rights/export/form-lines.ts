import { receivers } from '../words';
import { answerSaid, dayTimeWords, labelOf } from './said';

/** What somebody fills in a piece at a time, as it is kept: when each piece was last changed, and which an office had found. */
interface Form {
  readonly values: Readonly<Record<string, unknown>>;
  readonly changedAt: Readonly<Record<string, string>>;
  readonly found?: Readonly<Record<string, string>>;
}

export function isForm(value: unknown): value is Form {
  return typeof value === 'object' && value !== null && 'values' in value && 'changedAt' in value;
}

/**
 * A line for each answer, and one for all that nobody could answer. Of when only the last time is said: the electronic copy
 * has it of each field.
 * @param what the form is called, with what is in it behind a colon.
 */
export function formLines(what: string, { values, changedAt, found = {} }: Form): readonly string[] {
  const answers: string[] = [];
  const unknown: string[] = [];
  for (const [field, value] of Object.entries(values)) {
    const label = labelOf(field);
    const words = answerSaid(field, value);
    if (label === undefined) continue;
    if (value === null) unknown.push(label);
    else if (words !== undefined) answers.push(`　${label}：${words}${foundBy(found[field])}`);
  }
  const last = Object.values(changedAt).sort().at(-1);
  const [name = what] = what.split('：');
  return [
    `　${name}${last === undefined ? '' : `（最后一次改是 ${dayTimeWords(last)}）`}：`,
    ...(answers.length === 0 && unknown.length === 0 ? ['　还没填。'] : answers),
    ...(unknown.length === 0 ? [] : [`　说不清楚的：${unknown.join('、')}`]),
  ];
}

/** Said of a figure nobody typed: a resident does not look for when they did. */
function foundBy(office: string | undefined): string {
  const name = Object.entries(receivers).find(([code]) => code === office)?.[1];
  return name === undefined ? '' : `（${name}查到的）`;
}
