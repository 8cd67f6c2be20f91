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

/** Which rows of a table are somebody's, by the catalogue's ties; none where a row is nobody's in particular. */
export function ownedBy(table: PersonalTable, subject: Subject): Condition | undefined {
  const conditions = table.whose
    ? table.whose.flatMap((tie) => byTie(tie, subject) ?? [])
    : [partOfOwned(table, subject) ?? []].flat();
  if (conditions.length === 0) return undefined;
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

function byTie(tie: Tie, subject: Subject): Condition | undefined {
  if ('in' in tie) {
    const inside = ownedBy(tableOf(tie.in), subject);
    return (
      inside && { sql: `${tie.column} IN (SELECT ${tie.by} FROM ${tie.in} WHERE ${inside.sql})`, values: inside.values }
    );
  }
  const id = tie.is === 'account' ? subject.accountId : subject.personId;
  return id === undefined ? undefined : { sql: `${tie.column} = ?`, values: [`${tie.prefix ?? ''}${id}`] };
}

function partOfOwned({ partOf }: PersonalTable, subject: Subject): Condition | undefined {
  if (!partOf) return undefined;
  const parent = tableOf(partOf.table);
  const inside = ownedBy(parent, subject);
  const key = parent.key ?? 'id';
  return (
    inside && {
      sql: `${partOf.column} IN (SELECT ${key} FROM ${parent.table} WHERE ${inside.sql})`,
      values: inside.values,
    }
  );
}
