import { AsyncResource } from 'node:async_hooks';
import { EntityManager, type EntityTarget, type FindManyOptions, type ObjectLiteral } from 'typeorm';

/**
 * Lets somebody do something once, beside whatever transaction is open, as soon as a `find` has read rows of this entity;
 * whoever read them goes on when it is done. Not on the embedded database, which lets nobody in beside a transaction.
 */
export function afterReading(entity: EntityTarget<ObjectLiteral>, work: () => Promise<unknown>): void {
  const outside = new AsyncResource('somebody else');
  const find = EntityManager.prototype.find;
  const spy = jest.spyOn(EntityManager.prototype, 'find');
  spy.mockImplementation(async function read(
    this: EntityManager,
    asked: EntityTarget<ObjectLiteral>,
    options?: FindManyOptions<ObjectLiteral>,
  ): Promise<ObjectLiteral[]> {
    const rows = await find.call(this, asked, options);
    if (asked !== entity) return rows;
    spy.mockRestore();
    await outside.runInAsyncScope(work);
    return rows;
  });
}
