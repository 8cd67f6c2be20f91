import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { districts } from '@jinmen/shared/places/places';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock, instantOf } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { DataVersions } from '../../../platform/database/data-versions';
import { Transactions } from '../../../platform/database/transactions';
import { Problem } from '../../../platform/http/problem';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import type { DistrictDecision } from '../relief-routing.port';
import { Delegation, delegationReason } from './delegation.entity';

const DATA = 'relief-delegations';

type Decider = Delegation['decides'];

/** Which districts left decisions to their streets, by the day. */
@Injectable()
export class Delegations implements OnApplicationBootstrap {
  private cached: { readonly version: number; readonly rows: readonly Delegation[] } = { version: 0, rows: [] };

  constructor(
    private readonly transactions: Transactions,
    private readonly versions: DataVersions,
    private readonly config: Config,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.versions.ensure(DATA);
  }

  /** Grows with every change. */
  version(): Promise<number> {
    return this.versions.current(DATA);
  }

  /** Whether an office's district left the decision to it on that day: its clock is shorter then. */
  async decidesItself({ code }: { readonly code: string }, on: CivilDate): Promise<boolean> {
    const district = code.slice(0, 6);
    const row = inForce(await this.rows(), district, on);
    return row ? row.decides === 'street' : this.config.delegatedDistricts.includes(district);
  }

  async list(): Promise<readonly DistrictDecision[]> {
    const [rows, today] = [await this.rows(), this.clock.today()];
    return districts.map(({ code, name }) => {
      const row = inForce(rows, code, today);
      const beginning = this.config.delegatedDistricts.includes(code) ? 'street' : 'district';
      const next = rows.find((each) => each.districtCode === code && each.fromDay > today);
      return {
        district: { code, name },
        decides: row?.decides ?? beginning,
        ...(row && { from: row.fromDay, by: row.changedBy, reason: this.reasonOf(row) }),
        ...(next && { next: { decides: next.decides, from: next.fromDay } }),
      };
    });
  }

  /**
   * For what is handed in from that day on; what was handed in before keeps its clock. Audited.
   * @throws Problem 400 `relief.unknown-district`
   */
  async set(district: string, decides: Decider, from: CivilDate, by: string, reason: string): Promise<void> {
    if (!districts.some(({ code }) => code === district))
      throw new Problem(400, 'relief.unknown-district', '没有这个区，请从列表里选。');
    await this.transactions.run(async () => {
      await this.versions.lock(DATA);
      const id = randomUUID();
      await this.transactions.manager.insert(Delegation, {
        id,
        districtCode: district,
        decides,
        fromDay: from,
        at: await this.afterTheLast(district),
        changedBy: by,
        reason: this.sealing.seal(labelIn(delegationReason, id), reason),
      });
      const actor = { kind: 'staff', id: by } as const;
      const object = `relief-delegation:${district}`;
      await this.audit.record({ action: 'relief-delegation.changed', actor, object, reason, facts: { decides, from } });
      await this.versions.bump(DATA);
    });
  }

  /** Now, but never the instant of the word before: of two for one day the later counts. */
  private async afterTheLast(district: string): Promise<Date> {
    const said = (await this.rows()).filter(({ districtCode }) => districtCode === district);
    return instantOf(Math.max(this.clock.now().getTime(), ...said.map(({ at }) => at.getTime() + 1)));
  }

  private async rows(): Promise<readonly Delegation[]> {
    const version = await this.version();
    if (this.cached.version !== version) {
      const order = { fromDay: 'DESC', at: 'DESC', id: 'DESC' } as const;
      this.cached = { version, rows: await this.transactions.manager.find(Delegation, { order }) };
    }
    return this.cached.rows;
  }

  private reasonOf({ id, reason }: Delegation): string {
    return this.sealing.open(labelIn(delegationReason, id), reason);
  }
}

/** The last written of the latest day that has come; `rows` are newest first. */
function inForce(rows: readonly Delegation[], district: string, on: CivilDate): Delegation | undefined {
  return rows.find(({ districtCode, fromDay }) => districtCode === district && fromDay <= on);
}
