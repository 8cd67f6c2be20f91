import { randomUUID } from 'node:crypto';
import type { MemoryView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { People } from '../../identity/people.port';
import { Farewells } from '../farewells/farewells.port';
import { memoryWords, SeaMemoryRow } from './boarding.entity';
import { SeaCertificates } from './sea-certificates.service';

export interface MemoryChange {
  /** Empty: wiped. */
  readonly words?: string;
  readonly yearly?: 'yes' | 'no';
}

/** A few words somebody keeps for themselves, and whether they want to be told of the day. Nobody else reads either. */
@Injectable()
export class Memories {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: People,
    private readonly farewells: Farewells,
    private readonly certificates: SeaCertificates,
    private readonly sealing: Sealing,
  ) {}

  async view(farewellId: string, accountId: string): Promise<MemoryView> {
    const owner = await this.ownerOf(accountId);
    return this.shown(farewellId, await this.transactions.manager.findOneBy(SeaMemoryRow, { farewellId, owner }));
  }

  /**
   * Only what is given changes.
   * @throws Problem 404 when the farewell went meanwhile: nothing is kept beside one that is gone
   */
  async change(farewellId: string, accountId: string, change: MemoryChange): Promise<MemoryView> {
    const owner = await this.ownerOf(accountId);
    const row = await this.transactions.run(async () => {
      if (!(await this.farewells.findForUpdate(farewellId))) throw problems.notFound();
      return this.write({ farewellId, owner, accountId }, change);
    });
    return this.shown(farewellId, row);
  }

  /** Everything of theirs, the answer too: nobody is told of a day they wiped. */
  async wipe(farewellId: string, accountId: string): Promise<void> {
    const owner = await this.ownerOf(accountId);
    await this.transactions.run(() => this.transactions.manager.delete(SeaMemoryRow, { farewellId, owner }));
  }

  /** Of everybody, inside the transaction that throws the farewell away. */
  async wipeAll(farewellId: string): Promise<void> {
    await this.transactions.manager.delete(SeaMemoryRow, { farewellId });
  }

  private async write(
    whose: Pick<SeaMemoryRow, 'farewellId' | 'owner' | 'accountId'>,
    { words, yearly }: MemoryChange,
  ): Promise<SeaMemoryRow> {
    const { manager } = this.transactions;
    const { accountId, ...key } = whose;
    const before = await manager.findOne(SeaMemoryRow, { where: key, ...forUpdate(manager) });
    const row: SeaMemoryRow = before ?? { id: randomUUID(), ...whose, words: null, yearly: null, toldIn: null };
    const after: SeaMemoryRow = {
      ...row,
      ...(words !== undefined && {
        words: words === '' ? null : this.sealing.seal(labelIn(memoryWords, row.id), words),
      }),
      ...(yearly !== undefined && { yearly, accountId }),
    };
    if (before) await manager.update(SeaMemoryRow, { id: row.id }, after);
    else await manager.insert(SeaMemoryRow, after);
    return after;
  }

  private async shown(farewellId: string, row: SeaMemoryRow | null): Promise<MemoryView> {
    const certificate = await this.certificates.viewOf(farewellId);
    return {
      ...(row?.words && { words: this.sealing.open(labelIn(memoryWords, row.id), row.words) }),
      yearly: row?.yearly ?? 'not-asked',
      ...(certificate && { certificate }),
    };
  }

  private async ownerOf(accountId: string): Promise<string> {
    return (await this.people.findOf(accountId))?.personId ?? accountId;
  }
}
