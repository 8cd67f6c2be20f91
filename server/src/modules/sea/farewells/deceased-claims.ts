import { randomUUID } from 'node:crypto';
import type { Deceased } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { isDuplicate } from '../../../platform/database/retryable';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { DECEASED_KEYS, type DeceasedKey, deceasedClaim, FarewellDeceased } from './farewell-deceased.entity';

/** Nothing, or the farewell that has them. */
export type Claimed = { readonly other: string } | undefined;

/** What somebody is known by: the number if there is one, and the name with the day of death. */
export function deceasedKeys({ idNumber, name, died }: Deceased): Readonly<Partial<Record<DeceasedKey, string>>> {
  return {
    ...(idNumber !== undefined && { 'id-number': `id-number ${idNumber}` }),
    ...(name !== undefined && died !== undefined && { 'name-day': `name-day ${name} ${died}` }),
  };
}

/**
 * One active farewell for each who died. The unique digests decide, also between two who sign up in the same moment; who
 * cannot be told by anything yet is claimed by nobody, and stays an open point.
 */
@Injectable()
export class DeceasedClaims {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
  ) {}

  /**
   * In place of what the farewell claimed before; the caller’s transaction has to fail when it is another’s.
   * @param notTheSame the family knows of another of this name and day; believed of who gave an ID number.
   */
  async claim(farewellId: string, deceased: Deceased, notTheSame = false): Promise<Claimed> {
    await this.release(farewellId);
    const keys = deceasedKeys(deceased);
    for (const kind of DECEASED_KEYS) {
      const text = keys[kind];
      if (text === undefined) continue;
      const other = (await this.filedElsewhere(text)) ?? (await this.add(farewellId, kind, text));
      if (other === undefined) continue;
      const apart =
        kind === 'name-day' && keys['id-number'] !== undefined && (notTheSame || (await this.hasNumber(other)));
      if (!apart) return { other };
      await this.add(farewellId, kind, text, farewellId);
    }
    return undefined;
  }

  /** Withdrawn, thrown away: somebody else of the family may sign them up. */
  async release(farewellId: string): Promise<void> {
    await this.transactions.manager.delete(FarewellDeceased, { farewellId });
  }

  /** Who has them; looks only. */
  async find(deceased: Deceased): Promise<string | undefined> {
    const keys = deceasedKeys(deceased);
    for (const kind of DECEASED_KEYS) {
      const text = keys[kind];
      const other = text === undefined ? undefined : await this.filed(text);
      if (other === undefined) continue;
      const apart = kind === 'name-day' && keys['id-number'] !== undefined && (await this.hasNumber(other));
      if (!apart) return other;
    }
    return undefined;
  }

  /** Filed under a key that is being replaced: the unique digest would not meet it. */
  private async filedElsewhere(text: string): Promise<string | undefined> {
    const [, ...older] = this.sealing.indexes(deceasedClaim.index.purpose, text);
    for (const { digest } of older) {
      const found = await this.transactions.manager.findOneBy(FarewellDeceased, { digest, apart: '' });
      if (found) return found.farewellId;
    }
    return undefined;
  }

  private async filed(text: string): Promise<string | undefined> {
    const { digest } = this.sealing.index(deceasedClaim.index.purpose, text);
    const found = await this.transactions.manager.findOneBy(FarewellDeceased, { digest, apart: '' });
    return found?.farewellId ?? (await this.filedElsewhere(text));
  }

  /** @returns the farewell that has it, when it is not this one’s now. */
  private async add(farewellId: string, kind: DeceasedKey, text: string, apart = ''): Promise<string | undefined> {
    const { manager } = this.transactions;
    const id = randomUUID();
    const { keyId, digest } = this.sealing.index(deceasedClaim.index.purpose, text);
    const claim = this.sealing.seal(labelIn(deceasedClaim, id), text);
    try {
      await manager.insert(FarewellDeceased, { id, farewellId, kind, claim, keyId, digest, apart });
      return undefined;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // read with a lock, and so as it is now: whoever was first may have committed since this transaction began
      const found = await manager.findOne(FarewellDeceased, { where: { digest, apart }, ...forUpdate(manager) });
      if (!found) throw error;
      return found.farewellId;
    }
  }

  /** Whether it is known by a number, which is then another’s: by the same number it would have been met before. */
  private async hasNumber(farewellId: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(FarewellDeceased, { farewellId, kind: 'id-number' })) > 0;
  }
}
