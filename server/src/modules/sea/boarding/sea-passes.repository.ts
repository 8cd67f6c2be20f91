import { companyOf } from '@jinmen/shared/services/sea-scattering/content';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { type Farewell, Farewells } from '../farewells/farewells.port';
import { SeaPassRow } from './boarding.entity';
import { type HeldPass, passesAfter } from './people-of-passes';

/** The passes in the books, always as the family's list is now. */
@Injectable()
export class SeaPassesRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly farewells: Farewells,
    private readonly clock: Clock,
  ) {}

  /** Those that are good, by their numbers. Whoever came to the list or left it since the last look is taken up here. */
  of(farewell: Farewell): Promise<readonly SeaPassRow[]> {
    return this.transactions.run(async () => {
      // One hand at a time: two that look at once would give two people the same number.
      const now = (await this.farewells.findForUpdate(farewell.id)) ?? farewell;
      const { manager } = this.transactions;
      const rows = await manager.find(SeaPassRow, {
        where: { farewellId: now.id },
        order: { n: 'ASC' },
        ...forUpdate(manager),
      });
      const after = passesAfter(rows.map(heldOf), companyOf(now)).map((held) => this.rowOf(now.id, held, rows));
      const changed = after.filter((row) => !rows.some((before) => isSame(before, row)));
      for (const row of changed) await manager.upsert(SeaPassRow, row, ['farewellId', 'n']);
      return after.filter(({ voidAt }) => voidAt === null);
    });
  }

  /** False when they had boarded already, or their pass is not good. Inside a transaction. */
  async board(farewellId: string, n: number, at: Date): Promise<boolean> {
    const where = { farewellId, n, voidAt: IsNull(), boardedAt: IsNull() };
    const { affected } = await this.transactions.manager.update(SeaPassRow, where, { boardedAt: at });
    return affected === 1;
  }

  private rowOf(farewellId: string, held: HeldPass, rows: readonly SeaPassRow[]): SeaPassRow {
    const before = rows.find(({ n }) => n === held.n);
    const voidAt = held.void ? (before?.voidAt ?? this.clock.now()) : null;
    return {
      farewellId,
      n: held.n,
      relativeId: held.relative ?? null,
      place: held.where,
      voidAt,
      boardedAt: before?.boardedAt ?? null,
    };
  }
}

function heldOf({ n, place, relativeId, voidAt, boardedAt }: SeaPassRow): HeldPass {
  return {
    n,
    where: place,
    ...(relativeId !== null && { relative: relativeId }),
    void: voidAt !== null,
    boarded: boardedAt !== null,
  };
}

function isSame(one: SeaPassRow, other: SeaPassRow): boolean {
  return (
    one.n === other.n &&
    one.relativeId === other.relativeId &&
    one.place === other.place &&
    (one.voidAt === null) === (other.voidAt === null)
  );
}
