import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { SlotInventory } from './slot-inventory.port';

export const RESTED_UNITS_JOB = 'slot-inventory.rested-units';
const EVERY_MS = 15_000;

/** Frees units that have rested long enough. */
@Injectable()
export class RestedUnitsJob {
  constructor(jobs: Jobs, transactions: Transactions, inventory: SlotInventory) {
    const work = async () => {
      while ((await transactions.run(() => inventory.wakeRested())).length > 0);
    };
    jobs.every(RESTED_UNITS_JOB, EVERY_MS, work, { alone: true });
  }
}
