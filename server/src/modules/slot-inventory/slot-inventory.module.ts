import { Module } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { RestedUnitsJob } from './rested-units.job';
import { SlotDeskService } from './slot-desk.service';
import { SlotDesk, SlotInventory } from './slot-inventory.port';
import { SlotInventoryService } from './slot-inventory.service';
import { WindowChanges } from './window-changes.port';
import { WindowChangesService } from './window-changes.service';
import { WindowGauges } from './window-gauges';
import { WindowOpening } from './window-opening';
import { WindowPools } from './window-pools';
import { EmbeddedWindowStore, MysqlWindowStore, WindowStore } from './window-store';
import { WindowTallies } from './window-tallies';

/** Units in windows, for opaque holders of whatever service. */
@Module({
  providers: [
    {
      provide: WindowStore,
      inject: [Transactions, Clock, WindowChanges],
      useFactory: (transactions: Transactions, clock: Clock, changes: WindowChanges) => {
        const { type } = transactions.manager.dataSource.options;
        return new (type === 'mysql' ? MysqlWindowStore : EmbeddedWindowStore)(transactions, clock, changes);
      },
    },
    { provide: WindowChanges, useClass: WindowChangesService },
    { provide: SlotInventory, useClass: SlotInventoryService },
    { provide: SlotDesk, useClass: SlotDeskService },
    RestedUnitsJob,
    WindowGauges,
    WindowOpening,
    WindowPools,
    WindowTallies,
  ],
  exports: [SlotInventory, SlotDesk, WindowChanges],
})
export class SlotInventoryModule {}
