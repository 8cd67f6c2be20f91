import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Sealing } from '../../../platform/sealing/sealing';
import { tableOf } from '../catalogue/catalogue';
import type { CopyTie, PersonalTable } from '../catalogue/field-catalogue';
import { type Condition, openTo, type Subject } from '../owned-rows';
import type { Own } from './others-masked';

/** Whose copy it is, to rows that are theirs and to rows that are about them. */
export interface CopyOf {
  readonly subject: Subject;
  readonly own: Own;
  readonly sealing: Pick<Sealing, 'indexes'>;
  /** The day it is made. */
  readonly today: CivilDate;
}

/** Which rows of a table stand in somebody's copy; none where no row is theirs in particular. */
export function copiedTo(table: PersonalTable, of: CopyOf): Condition | undefined {
  const theirs = table.copiedTo ? aboutThem(table, table.copiedTo, of) : openTo(table, of.subject, of.today);
  return theirs && table.copied ? { ...theirs, sql: `${theirs.sql} AND ${table.copied}` } : theirs;
}

function aboutThem(table: PersonalTable, tie: CopyTie, of: CopyOf): Condition | undefined {
  if ('in' in tie) {
    const inside = copiedTo(tableOf(tie.in), of);
    return inside && { ...inside, sql: `${tie.column} IN (SELECT ${tie.by} FROM ${tie.in} WHERE ${inside.sql})` };
  }
  const { keyId, digest } = tie;
  const entries = of.own.idNumber === undefined ? [] : of.sealing.indexes(tie.purpose, of.own.idNumber);
  // a row from before there was an index is of whoever it belongs to
  const before = openTo(table, of.subject, of.today);
  const conditions = [
    ...entries.flatMap((entry) => {
      const about = { sql: `(${keyId} = ? AND ${digest} = ?)`, values: [entry.keyId, entry.digest] };
      return of.subject.personId === undefined ? within(about, before) : [about];
    }),
    ...(before ? [{ sql: `(${digest} IS NULL AND ${before.sql})`, values: before.values }] : []),
  ];
  if (conditions.length === 0) return undefined;
  const sql = `(${conditions.map((each) => each.sql).join(' OR ')})`;
  return { sql, values: conditions.flatMap(({ values }) => values) };
}

/** Where the person is not reached, a number finds no more than is the account's own. */
function within(about: Condition, own: Condition | undefined): Condition[] {
  return own ? [{ sql: `(${about.sql} AND ${own.sql})`, values: [...about.values, ...own.values] }] : [];
}
