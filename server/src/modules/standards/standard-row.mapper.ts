import { randomUUID } from 'node:crypto';
import { civilDate } from '@jinmen/shared/kernel/civil-date';
import { isStandardUnit, type StandardRow } from '@jinmen/shared/standards/standard';
import type { StandardRowEntity } from './standard-row.entity';

/** @throws RangeError when the table holds something the rules could not read. */
export function toStandardRow(entity: StandardRowEntity): StandardRow {
  if (!isStandardUnit(entity.unit)) throw new RangeError(`standard ${entity.key}: unknown unit ${entity.unit}`);
  return {
    key: entity.key,
    value: entity.value,
    unit: entity.unit,
    from: civilDate(entity.fromDay),
    ...(entity.toDay === null ? {} : { to: civilDate(entity.toDay) }),
    source: entity.source,
    ...(entity.note === null ? {} : { note: entity.note }),
  };
}

export function toEntity(
  row: StandardRow,
  origin: StandardRowEntity['origin'],
  id: string = randomUUID(),
): StandardRowEntity {
  return {
    id,
    key: row.key,
    fromDay: row.from,
    toDay: row.to ?? null,
    value: row.value,
    unit: row.unit,
    source: row.source,
    note: row.note ?? null,
    origin,
  };
}

/** Names a row within the table. */
export function nameOf(row: Pick<StandardRow, 'key' | 'from'>): string {
  return `${row.key} from ${row.from}`;
}

/** Whether two rows say the same, field by field, whatever the order of the fields. */
export function sameRow(left: StandardRow, right: StandardRow): boolean {
  return canonical(left) === canonical(right);
}

function canonical(row: StandardRow): string {
  const { source } = row;
  return JSON.stringify([
    [row.key, row.value, row.unit, row.from, row.to ?? null, row.note ?? null],
    [source.document, source.article ?? null, source.effective ?? null, source.row, source.confidence],
  ]);
}
