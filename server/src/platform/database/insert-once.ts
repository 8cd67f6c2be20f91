import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { isDuplicate } from './retryable';

/**
 * Writes a row unless one with this key is there, whoever else writes the same at the same moment. What is there stays as it
 * is. Outside a transaction, or as the last word of one: the second of two meets a duplicate key.
 */
export async function insertOnce<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  key: FindOptionsWhere<Row>,
  row: () => QueryDeepPartialEntity<Row> | Promise<QueryDeepPartialEntity<Row>>,
): Promise<void> {
  if (await manager.existsBy(entity, key)) return;
  try {
    await manager.insert(entity, await row());
  } catch (error) {
    if (!isDuplicate(error)) throw error; // another process starting at the same time wrote it
  }
}
