import { bookingTables } from './booking-tables';
import { type ImpersonalTable, type PersonalTable } from './field-catalogue';
import { houseTables, impersonalTables } from './house-tables';
import { peopleTables } from './people-tables';
import { reliefTables } from './relief-tables';

/**
 * The field catalogue (docs/adr/0031): every column of every table, and what it is of a person. The privacy text, the
 * copy a resident takes home, what goes with an account, what is removed when its time is over and
 * docs/privacy-impact.md are all made from it; catalogue.int-spec.ts holds it to the database. Parents before parts.
 */
export const personalTables: readonly PersonalTable[] = [
  ...peopleTables,
  ...reliefTables,
  ...bookingTables,
  ...houseTables,
];

export const nobodysTables: readonly ImpersonalTable[] = impersonalTables;

export function tableOf(name: string): PersonalTable {
  const found = personalTables.find(({ table }) => table === name);
  if (found === undefined) throw new RangeError(`${name} is no table of the field catalogue`);
  return found;
}
