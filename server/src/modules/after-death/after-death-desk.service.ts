import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { maskedIdNumber, maskedName } from '../../platform/masking';
import { People } from '../identity/people.port';
import { AfterDeathDesk, type DeathEffectView, type DeathView } from './after-death.port';
import { AfterDeath } from './after-death.service';
import { afterDeathWords as words } from './after-death-words';
import type { DeathEffect, VerifiedDeathRow } from './death.entity';
import { DeathRegister } from './death-register.service';
import { Stoppers } from './stoppers.service';

const MOST = 100;

@Injectable()
export class AfterDeathDeskService extends AfterDeathDesk {
  constructor(
    private readonly register: DeathRegister,
    private readonly deaths: AfterDeath,
    private readonly people: People,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly stoppers: Stoppers,
  ) {
    super();
  }

  list(staffId: string): Promise<readonly DeathView[]> {
    return this.transactions.run(async () => {
      const found = await this.register.latest(MOST);
      const items = await Promise.all(found.map((death) => this.viewOf(death)));
      const actor = { kind: 'staff', id: staffId } as const;
      const shown = found.map(({ personId }) => personId);
      await this.audit.record({ action: 'after-death.read', actor, facts: { rows: items.length }, shown });
      return items;
    });
  }

  async withdraw(staffId: string, id: string, reason: string): Promise<void> {
    const done = await this.transactions.run(() => this.deaths.withdraw(id, staffId, reason));
    if (!done) throw new Problem(404, 'after-death.unknown', words.unknown);
  }

  private async viewOf(death: VerifiedDeathRow): Promise<DeathView> {
    const person = await this.people.find(death.personId);
    const why = this.register.whyOf(death);
    return {
      id: death.id,
      name: person ? maskedName(person.name) : '',
      died: death.died,
      // since 2026 it is the ID number of the one who died (docs/policy-facts.md F)
      certificate: maskedIdNumber(this.register.certificateOf(death)),
      at: death.at.toISOString(),
      state: death.standing === null ? 'withdrawn' : 'standing',
      settled: death.settledAt !== null,
      ...(death.withdrawnAt && { withdrawnAt: death.withdrawnAt.toISOString() }),
      ...(why !== undefined && { why }),
      effects: await Promise.all(
        (await this.register.effectsOf(death.id)).map(async (effect) =>
          effectView(effect, await this.stoppers.named(effect)),
        ),
      ),
    };
  }
}

function effectView({ id, what, state, at }: DeathEffect, which: string | undefined): DeathEffectView {
  return { id, what, state, ...(which !== undefined && { which }), at: at.toISOString() };
}
