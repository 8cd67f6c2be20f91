import { Module } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { RestedUnitsJob } from './rested-units.job';
import { SlotDeskService } from './slot-desk.service';
import { SlotDesk, SlotInventory } from './slot-inventory.port';
import { SlotInventoryService } from './slot-inventory.service';
import { WindowOpening } from './window-opening';
import { EmbeddedWindowStore, MysqlWindowStore, WindowStore } from './window-store';
import { WindowTallies } from './window-tallies';

/** Units in windows, for opaque holders of whatever service. */
@Module({
  providers: [
    {
      provide: WindowStore,
      inject: [Transactions, Clock],
      useFactory: (transactions: Transactions, clock: Clock) => {
        const { type } = transactions.manager.dataSource.options;
        return new (type === 'mysql' ? MysqlWindowStore : EmbeddedWindowStore)(transactions, clock);
      },
    },
    { provide: SlotInventory, useClass: SlotInventoryService },
    { provide: SlotDesk, useClass: SlotDeskService },
    RestedUnitsJob,
    WindowOpening,
    WindowTallies,
  ],
  exports: [SlotInventory, SlotDesk],
})
export class SlotInventoryModule {}
