import { Transactions } from '../../../src/platform/database/transactions';

/** A fault on purpose: what was done is answered before it is committed. */
const { run } = Transactions.prototype;

Transactions.prototype.run = function early<Result>(this: Transactions, work: () => Promise<Result>): Promise<Result> {
  if (this.isOpen) return work();
  return new Promise<Result>((resolve, reject) => {
    const told = async () => {
      const result = await work();
      resolve(result);
      return result;
    };
    run.call(this, told).catch(reject);
  });
};
