import type { EntityManager } from 'typeorm';
import { SlotWindowRow } from '../../../src/modules/slot-inventory/slot-window.entity';
import { MysqlWindowStore, WindowStore } from '../../../src/modules/slot-inventory/window-store';
import { selectRows } from '../../../src/platform/database/rows';

/** A fault on purpose: places are counted by reading, adding and writing, and nobody waits for anybody. */
interface Open {
  readonly transactions: { readonly manager: EntityManager };
}

Object.assign(MysqlWindowStore.prototype, {
  async lockAscending(this: Open, ids: readonly string[]) {
    const rows = ids.map((id) => selectRows(this.transactions.manager, SlotWindowRow, 'WHERE id = ?', [id]));
    return (await Promise.all(rows)).flat();
  },
});

Object.assign(WindowStore.prototype, {
  async writeCount(this: Open, row: SlotWindowRow, count?: Pick<SlotWindowRow, 'taken' | 'staffTaken'>) {
    if (!count) return;
    const { taken, staffTaken } = count;
    await this.transactions.manager.update(SlotWindowRow, { id: row.id }, { taken, staffTaken });
  },
});
