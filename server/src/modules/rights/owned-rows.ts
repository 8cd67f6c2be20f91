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
