import type { Assessment, ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import { type DoorDefinition, letsThrough } from '@jinmen/shared/facts/doors';
import type { Question } from '@jinmen/shared/facts/fact';
import type { ThemeName } from '../../theme/tokens';

/** What there is to open, to ask and to find. */
export interface House {
  readonly doors: readonly DoorDefinition[];
  readonly questions: readonly Question[];
  readonly programmes: readonly Pick<Programme, 'code' | 'title' | 'door'>[];
}

/** A door the resident did not open, and what opening it could still settle. */
export interface ClosedDoor {
  readonly door: DoorDefinition;
  /** Titles of the programmes that wait behind it. */
  readonly programmes: readonly string[];
}

/**
 * The doors a resident is offered before the first question, those that may hurt last. One that leads to no programme
 * of its own only adds to others, so it is offered with the result.
 */
export function doorsAtStart({ doors, programmes }: House): readonly DoorDefinition[] {
  return gentleLast(doors.filter(({ code }) => programmes.some(({ door }) => door === code)));
}

/** Questions that may still come, as far as is known now: for opened programmes, and not kept back by a door. */
export function openQuestions(
  { verdicts }: Assessment,
  opened: readonly string[],
  { doors, questions, programmes }: House,
): readonly Question[] {
  const isOpened = ({ programme }: ProgrammeVerdict) =>
    programmes.some(({ code, door }) => code === programme && opened.includes(door));
  const missing = new Set(verdicts.filter(isOpened).flatMap((verdict) => verdict.missing));
  return questions.filter(
    ({ door, facts }) => letsThrough(doors, opened, door) && facts.some((fact) => missing.has(fact)),
  );
}

/**
 * Programmes that only a closed door keeps undecided, each with the doors it waits for: its own, or, where that is
 * open, those of questions that may hurt.
 */
export function waitingForDoors(
  { verdicts }: Assessment,
  opened: readonly string[],
  { doors, questions, programmes }: House,
): ReadonlyMap<string, readonly string[]> {
  const waiting = new Map<string, readonly string[]>();
  for (const { programme, verdict, missing } of verdicts) {
    if (verdict !== 'need-facts') continue;
    const own = programmes.find(({ code }) => code === programme)?.door;
    if (own !== undefined && !opened.includes(own)) waiting.set(programme, [own]);
    else {
      const asking = questions.filter(({ facts }) => facts.some((fact) => missing.includes(fact)));
      if (asking.every(({ door }) => !letsThrough(doors, opened, door)))
        waiting.set(programme, [...new Set(asking.map(({ door }) => door))]);
    }
  }
  return waiting;
}

/** The answers there are: without the programmes that only a closed door keeps undecided. */
export function answeredIn(assessment: Assessment, opened: readonly string[], house: House): Assessment {
  const waiting = waitingForDoors(assessment, opened, house);
  return { ...assessment, verdicts: assessment.verdicts.filter(({ programme }) => !waiting.has(programme)) };
}

/** 还没问: the doors not opened behind which something could still be settled, those that may hurt last. */
export function closedDoors(assessment: Assessment, opened: readonly string[], house: House): readonly ClosedDoor[] {
  const waiting = waitingForDoors(assessment, opened, house);
  const notAsked = new Set(assessment.notAsked.map(({ id }) => id));
  const keptBack = house.questions.filter(
    ({ id, door }) => notAsked.has(id) && !letsThrough(house.doors, opened, door),
  );
  return gentleLast(house.doors).flatMap((door) => {
    const behind = house.programmes.filter(({ code }) => waiting.get(code)?.includes(door.code));
    if (behind.length === 0 && !keptBack.some((question) => question.door === door.code)) return [];
    return [{ door, programmes: behind.map(({ title }) => title) }];
  });
}

function gentleLast(doors: readonly DoorDefinition[]): readonly DoorDefinition[] {
  return [...doors.filter(({ sensitive }) => !sensitive), ...doors.filter(({ sensitive }) => sensitive)];
}

/** What the look of a page follows from, where everything talked about is of one kind. */
const LOOKS: Readonly<Record<string, ThemeName>> = { farewell: 'funeral', elder: 'eldercare' };

/** A talk about a farewell alone is quiet and leads to the line that answers day and night. */
export function themeFor(opened: readonly string[]): ThemeName {
  const looks = new Set(opened.map((door) => LOOKS[door] ?? 'relief'));
  const [only] = looks;
  return only !== undefined && looks.size === 1 ? only : 'relief';
}
