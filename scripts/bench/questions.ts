import { engine, programmes, vocabulary } from '@jinmen/shared/catalogue';
import type { House } from '@jinmen/shared/facts/fixtures/drawn-households';
import { type Asked, interviewAll, median } from '@jinmen/shared/facts/fixtures/question-statistics';
import { standardRows } from '@jinmen/shared/standards/standards';
import { AS_OF } from './day';

const HOUSE: House = { programmes, vocabulary, standards: standardRows, asOf: AS_OF };
const HOUSEHOLDS = 1_600;

/** How many questions it takes to settle nine of ten programmes behind the opened doors, and how many there are in all. */
export function questionStatistics() {
  const asked = interviewAll(engine, HOUSE, HOUSEHOLDS, 1);
  const doors = [...new Set(asked.map(doorsOf))].sort();
  const of = (name: string, numbers: readonly number[], aim: number | null) => ({
    name,
    value: median(numbers),
    unit: `questions, median of ${numbers.length} households (longest ${Math.max(...numbers)})`,
    aim,
    rounds: 1,
  });
  const settling = (of: readonly Asked[]) => of.map(({ toSettle }) => toSettle);
  return [
    of('questions-to-settle', settling(asked), 9),
    ...doors.map((door) => of(`  ${door}`, settling(asked.filter((each) => doorsOf(each) === door)), null)),
    of(
      'questions-in-all',
      asked.map(({ inAll }) => inAll),
      null,
    ),
  ];
}

function doorsOf({ household }: Asked): string {
  return household.doors.join(' + ');
}
