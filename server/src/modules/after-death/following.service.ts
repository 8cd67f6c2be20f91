import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { traceOf } from '../../platform/http/problem.filter';
import { eachApart } from '../../platform/jobs/each-apart';
import { Notices } from '../notices/notices.port';
import type { VerifiedDeathRow } from './death.entity';
import { DeathRegister } from './death-register.service';
import { Stoppers } from './stoppers.service';
import type { Dead, StopsAtDeath } from './stops-at-death.port';

const SYSTEM = { kind: 'system', id: 'after-death' } as const;

/**
 * Sees to what follows from a death, or from one that was none. Each thing is a transaction of its own and is noted with
 * it: a server that stops in the middle goes on where it was, and what cannot be done now holds up nothing else.
 */
@Injectable()
export class Following {
  private readonly logger = new Logger('AfterDeath');

  constructor(
    private readonly stoppers: Stoppers,
    private readonly transactions: Transactions,
    private readonly register: DeathRegister,
    private readonly notices: Notices,
    private readonly audit: Audit,
  ) {}

  async followAll(): Promise<void> {
    let last: VerifiedDeathRow | undefined;
    for (;;) {
      const deaths = await this.register.unsettled(last);
      if (deaths.length === 0) return;
      await eachApart(deaths, (death) => this.settle(death), this.logger);
      last = deaths.at(-1);
    }
  }

  private async settle(death: VerifiedDeathRow): Promise<void> {
    const done = death.standing === null ? await this.takeBack(death) : await this.follow(death);
    if (done) await this.transactions.run(() => this.register.settle(death));
  }

  private async follow(death: VerifiedDeathRow): Promise<boolean> {
    const dead = await this.register.deadOf(death);
    // asked before anything ends: who lived with them is known from what they had going on together
    const survivors = new Set<string>();
    const done: boolean[] = [];
    for (const stopper of this.stoppers.all)
      done.push(
        await this.attempt(async () => {
          for (const account of await stopper.survivors(dead)) survivors.add(account);
        }),
      );
    for (const stopper of this.stoppers.all)
      done.push(
        await this.attempt(async () => {
          for (const id of await stopper.going(dead)) await this.stop(death, dead, stopper, id);
        }),
      );
    for (const account of survivors)
      if (!dead.accountIds.includes(account)) done.push(await this.attempt(() => this.invite(death, account)));
    return done.every(Boolean);
  }

  private async stop({ id }: VerifiedDeathRow, dead: Dead, stopper: StopsAtDeath, objectId: string): Promise<void> {
    await this.transactions.run(async () => {
      if ((await this.register.findForUpdate(id))?.standing == null || (await this.isNoted(id, stopper.what, objectId)))
        return;
      const outcome = await stopper.stop(objectId, dead);
      if (outcome === 'nothing') return;
      await this.register.note(id, stopper.what, objectId, outcome);
      await this.record(`after-death.${outcome}`, id, dead.personId, stopper.what);
    });
  }

  /** Once, and calmly: what they may get can have changed. */
  private async invite({ id, personId }: VerifiedDeathRow, accountId: string): Promise<void> {
    await this.transactions.run(async () => {
      if ((await this.register.findForUpdate(id))?.standing == null || (await this.isNoted(id, 'survivor', accountId)))
        return;
      await this.register.note(id, 'survivor', accountId, 'told');
      await this.notices.post({ accountId, topic: 'look-again', about: { kind: 'look-again', id } });
      await this.record('after-death.survivor-told', id, personId, 'survivor');
    });
  }

  /** The person is alive: what can come back does, and they are told once what they have to do again. */
  private async takeBack(death: VerifiedDeathRow): Promise<boolean> {
    const dead = await this.register.deadOf(death);
    const done: boolean[] = [];
    for (const effect of await this.register.effectsOf(death.id)) {
      const stopper = this.stoppers.find(effect.what);
      if (stopper === undefined || effect.state !== 'stopped') continue;
      const restore = async () => {
        const back = await stopper.restore(effect.objectId, dead);
        await this.register.turn(effect.id, back ? 'restored' : 'to-do-again');
        await this.record(`after-death.${back ? 'restored' : 'to-do-again'}`, death.id, dead.personId, effect.what);
      };
      done.push(await this.attempt(() => this.transactions.run(restore)));
    }
    if (!done.every(Boolean)) return false;
    return this.attempt(() =>
      this.transactions.run(async () => {
        // where it can be opened: the account that reaches them
        const accountId = dead.accountIds.at(-1);
        const about = { kind: 'taken-back', id: death.id } as const;
        if (accountId) await this.notices.post({ accountId, topic: 'stopped-by-mistake', about });
        await this.register.settle(death);
      }),
    );
  }

  private async isNoted(deathId: string, what: string, objectId: string): Promise<boolean> {
    const noted = await this.register.effectsOf(deathId);
    return noted.some((effect) => effect.what === what && effect.objectId === objectId);
  }

  private async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.logger.warn(traceOf(error));
      return false;
    }
  }

  private record(action: string, deathId: string, person: string, what: string): Promise<void> {
    return this.audit.record({ action, actor: SYSTEM, object: `verified-death:${deathId}`, person, facts: { what } });
  }
}
