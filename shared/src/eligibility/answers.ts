import type { FactDefinition, FactValue, FactValues } from '../facts/fact';
import { type CivilDate, dayNumber, isCivilDate } from '../kernel/civil-date';

export const KNOWN = 0;
export const MISSING = 1;
export const UNCLEAR = 2;
export type Status = typeof KNOWN | typeof MISSING | typeof UNCLEAR;

/**
 * One fact of the household under judgement. Values are numbers here: a boolean is 0 or 1, a choice its position among
 * the options, a date the days since 1970. `lo … hi` is where an open value can lie: the whole domain, or a part of it while a search looks there.
 */
export class FactCell {
  status: Status = MISSING;
  lo = 0;
  hi = 0;
  /** The value as declared. */
  value: FactValue | null | undefined = undefined;
  /** A search narrowed `lo … hi`: what holds all over it holds. */
  boxed = false;
  /** Equal to the current `Answers.mark` while the fact is on that list. */
  missingMark = 0;
  reviewMark = 0;
  askableMark = 0;
  readonly min: number;
  readonly max: number;
  readonly staff: boolean;
  /** Yes and no are its values. */
  private readonly truthful: boolean;

  constructor(
    readonly name: string,
    readonly position: number,
    readonly definition: FactDefinition,
  ) {
    [this.min, this.max] = endsOf(definition);
    this.staff = definition.type === 'staff';
    this.truthful = this.staff || definition.type === 'boolean';
    this.forget(MISSING);
  }

  declare(value: FactValue | null | undefined): void {
    this.value = value;
    if (value === true || value === false) this.know(this.truthful ? Number(value) : this.codeOf(value));
    else if (value === undefined) this.forget(MISSING);
    else if (value === null) this.forget(UNCLEAR);
    else this.know(this.codeOf(value));
  }

  know(code: number): void {
    this.status = KNOWN;
    this.lo = code;
    this.hi = code;
  }

  /** The number a value stands for; throws on a value outside the domain, which `factProblems` would have refused. */
  codeOf(value: FactValue): number {
    const code = codeOf(value, this.definition);
    if (code >= this.min && code <= this.max) return code;
    throw new RangeError(`${this.name} cannot be ${String(value)}`);
  }

  private forget(status: Status): void {
    this.status = status;
    this.lo = this.min;
    this.hi = this.max;
  }
}

/** No rule looks further ahead: a date is of something that has happened. */
const LATEST_DAY = dayNumber('2199-12-31');

function endsOf(definition: FactDefinition): readonly [number, number] {
  switch (definition.type) {
    case 'count':
      return [definition.min, definition.max];
    case 'money':
      return [0, definition.max];
    case 'choice':
      return [0, definition.options.length - 1];
    case 'date':
      return [dayNumber(definition.earliest), LATEST_DAY];
    case 'boolean':
    case 'staff':
      return [0, 1];
  }
}

function codeOf(value: FactValue, definition: FactDefinition): number {
  if (definition.type === 'date') return isCivilDate(value) ? dayNumber(value) : Number.NaN;
  if (typeof value === 'number') return definition.type === 'count' || definition.type === 'money' ? value : -1;
  if (typeof value === 'boolean')
    return definition.type === 'boolean' || definition.type === 'staff' ? Number(value) : -1;
  return definition.type === 'choice' ? definition.options.findIndex((option) => option.value === value) : -1;
}

/** The facts of one household, loaded into cells that compiled rules hold by reference. */
export class Answers {
  /** Changes with every answer, so that derived numbers know when they are out of date. */
  stamp = 1;
  /** The current list of marked facts. */
  mark = 0;
  /** Set while a number is worked out in a way that may promise more than answers can keep. */
  inexact = false;
  private readonly used = new Set<FactCell>();
  private readonly byName: ReadonlyMap<string, FactCell>;

  /** The day judged, in days since 1970. */
  readonly today: number;

  constructor(definitions: Readonly<Record<string, FactDefinition>>, asOf: CivilDate) {
    this.today = dayNumber(asOf);
    const cells = Object.entries(definitions).map(([name, definition], index) => new FactCell(name, index, definition));
    this.byName = new Map(cells.map((cell) => [cell.name, cell]));
  }

  cell(name: string): FactCell | undefined {
    return this.byName.get(name);
  }

  /** A cell some rule of the day rests on: from now on `load` fills it. */
  use(name: string): FactCell | undefined {
    const cell = this.byName.get(name);
    if (cell) this.used.add(cell);
    return cell;
  }

  load(facts: FactValues): void {
    this.stamp++;
    for (const cell of this.used) cell.declare(facts[cell.name]);
  }

  /** Starts an empty list of missing and review facts. */
  newMarks(): void {
    // Stryker disable next-line UpdateOperator: any number not used before does
    this.mark++;
  }

  markReview(cell: FactCell): void {
    cell.reviewMark = this.mark;
  }

  markMissing(cell: FactCell, gated: boolean): void {
    cell.missingMark = this.mark;
    if (!gated) cell.askableMark = this.mark;
  }
}
