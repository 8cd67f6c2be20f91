import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';

/** A row that counts how often something was tried; which thing, its other columns say. */
export interface Tries {
  tries: number;
}

/**
 * The row for `key` is there and locked for writing when this resolves, whoever else asks for it just then. Looking for an
 * absent row, or updating it, would lock the gap it belongs in, and many that come at once would deadlock on each other.
 * @param unique the columns of the primary key; the first of them is set to itself.
 */
export async function lockTries<Row extends Tries>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  key: Omit<Row, 'tries'>,
  unique: readonly [string, ...string[]],
): Promise<void> {
  const row = manager
    .createQueryBuilder()
    .insert()
    .into<Tries>(entity)
    .values({ ...key, tries: 0 });
  await row.orUpdate([unique[0]], [...unique]).execute();
}

/** Counts one try of a row that is there; false, and nothing counted, when there were `limit` already. */
export async function countTry<Row extends Tries>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
  limit: number,
): Promise<boolean> {
  const more = manager
    .createQueryBuilder()
    .update<Tries>(entity)
    .set({ tries: () => 'tries + 1' })
    .where(where)
    .andWhere('tries < :limit', { limit });
  return (await more.execute()).affected === 1;
}
