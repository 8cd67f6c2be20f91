import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { EntityManager } from 'typeorm';
import { forUpdate } from '../../platform/database/row-lock';
import { tableOf } from './catalogue/catalogue';
import type { PersonalTable, Tie } from './catalogue/field-catalogue';

/** Somebody with an account, and the person behind it where the identity bureau confirmed one. */
export interface Subject {
  readonly accountId: string;
  readonly personId?: string;
}

export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number | Buffer)[];
}

export function idsIn(ids: readonly string[]): Condition {
  return { sql: `id IN (${ids.map(() => '?').join(', ')})`, values: ids };
}

/**
 * Which of these rows are there, and nobody else's to change until the open transaction ends. What is to be removed is looked
 * at behind this lock and no sooner: somebody may have taken it up again, or put it under a hold, since it was found.
 */
export async function lockRows(manager: EntityManager, table: string, ids: readonly string[]): Promise<string[]> {
  const { sql, values } = idsIn(ids);
  const lock = forUpdate(manager).lock ? ' FOR UPDATE' : '';
  const query = `SELECT id FROM ${table} WHERE ${sql} ORDER BY id${lock}`;
  const rows: { id: string }[] = await manager.query(query, [...values]);
  return rows.map(({ id }) => id);
}

/** How far ties reach: with a day only to what may be read on it, and whether the row is reached through another's tie. */
interface Reach {
  readonly today?: CivilDate;
  readonly behind?: true;
}

/** Which rows of a table are somebody's, by the catalogue's ties; none where a row is nobody's in particular. */
export function ownedBy(table: PersonalTable, subject: Subject): Condition | undefined {
  return reached(table, subject, {});
}

/**
 * Of the rows that are somebody's those they may read today. Whoever helped and was stopped reads nothing more of what they
 * typed for the other (security.md T22); it stays theirs to `ownedBy`, by which it is kept and deleted.
 */
export function openTo(table: PersonalTable, subject: Subject, today: CivilDate): Condition | undefined {
  return reached(table, subject, { today });
}

function reached(table: PersonalTable, subject: Subject, reach: Reach): Condition | undefined {
  const conditions = table.whose
    ? table.whose.flatMap((tie) => byTie(tie, subject, reach) ?? [])
    : [partOfOwned(table, subject, reach) ?? []].flat();
  if (conditions.length === 0) return undefined;
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

function byTie(tie: Tie, subject: Subject, reach: Reach): Condition | undefined {
  if ('in' in tie) {
    const inside = reached(tableOf(tie.in), subject, { ...reach, behind: true });
    return (
      inside && { sql: `${tie.column} IN (SELECT ${tie.by} FROM ${tie.in} WHERE ${inside.sql})`, values: inside.values }
    );
  }
  const id = tie.is === 'account' ? subject.accountId : subject.personId;
  if (id === undefined) return undefined;
  const narrowed = narrowing(tie, reach);
  const sql = [`${tie.column} = ?`, ...(narrowed ? [narrowed.sql] : [])].join(' AND ');
  return { sql: narrowed ? `(${sql})` : sql, values: [`${tie.prefix ?? ''}${id}`, ...(narrowed?.values ?? [])] };
}

/** What has to hold beside the tie itself for a row to be read by it; nothing where all are. */
export function narrowing(tie: Tie, { today, behind }: Reach): Condition | undefined {
  if ('in' in tie || today === undefined) return undefined;
  if (tie.reads !== undefined) return { sql: tie.reads, values: [] };
  return behind && tie.opens !== undefined ? { sql: tie.opens, values: [today] } : undefined;
}

function partOfOwned({ partOf }: PersonalTable, subject: Subject, reach: Reach): Condition | undefined {
  if (!partOf) return undefined;
  const parent = tableOf(partOf.table);
  const inside = reached(parent, subject, reach);
  const key = parent.key ?? 'id';
  return (
    inside && {
      sql: `${partOf.column} IN (SELECT ${key} FROM ${parent.table} WHERE ${inside.sql})`,
      values: inside.values,
    }
  );
}
