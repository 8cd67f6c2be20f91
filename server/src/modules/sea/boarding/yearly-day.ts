import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** The months and days that are told of today: the 29th of February on the 28th where a year has none. */
export function daysToldOn(today: CivilDate): readonly string[] {
  const [year = 0] = today.split('-').map(Number);
  const day = today.slice(5);
  return day === '02-28' && !isLeap(year) ? [day, '02-29'] : [day];
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
