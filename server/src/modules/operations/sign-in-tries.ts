import { Injectable, Logger } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { networkOf } from '../../platform/address-limit/network';
import { Clock, instantOf } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { Sealing } from '../../platform/sealing/sealing';
import { StaffSignInTry } from './staff-sign-in-try.entity';

const MAX_TRIES = 5;
const LOCK_MS = 15 * 60_000;
const FORGET_MS = 24 * 3_600_000;

/** Whose code is typed, and from where. */
export interface SignInTry {
  readonly staffNumber: string;
  readonly address: string;
}

/** What a try counts towards, and how often that may be. */
interface Counted {
  readonly digest: string;
  readonly most: number;
}

/**
 * Five wrong codes in a row from one network close a work number for that network, and many from all of them together
 * (`STAFF_TRIES_PER_NUMBER`) for everybody, for fifteen minutes: whoever types a colleague’s number elsewhere keeps them out
 * of nothing until then. A try is counted before the bureau is asked, so that a hundred at once are five.
 */
@Injectable()
export class SignInTries {
  private readonly logger = new Logger('SignInTries');

  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Counts a try that is about to be made; false while the number is closed, for this network or for all. */
  async take(of: SignInTry): Promise<boolean> {
    const [all, here] = this.countedOf(of);
    const taken = await this.transactions.run(() => this.count([all, here]));
    // whose number it is stands in no log
    if (taken === all.most) this.logger.error({ alarm: 'staff number tried from many networks' });
    return taken !== undefined;
  }

  /** Of whoever is signed in as that colleague: counted by who they are, apart from what is typed at the door. */
  async takeAgain(staffId: string): Promise<boolean> {
    return (await this.transactions.run(() => this.count([this.againOf(staffId)]))) !== undefined;
  }

  /** The code was right: what was tried from there is forgotten; what was tried elsewhere is not. */
  async forgive(of: SignInTry): Promise<void> {
    const [all, here] = this.countedOf(of);
    await this.transactions.run(async () => {
      const { manager } = this.transactions;
      await this.uncount(all, (await manager.findOneBy(StaffSignInTry, { digest: here.digest }))?.tries ?? 0);
      await this.forget(here);
    });
  }

  async forgiveAgain(staffId: string): Promise<void> {
    await this.transactions.run(() => this.forget(this.againOf(staffId)));
  }

  /** The bureau said nothing to it: it was no wrong code. */
  async giveBack(of: SignInTry): Promise<void> {
    await this.transactions.run(async () => {
      for (const each of this.countedOf(of)) await this.uncount(each);
    });
  }

  async giveBackAgain(staffId: string): Promise<void> {
    await this.transactions.run(() => this.uncount(this.againOf(staffId)));
  }

  /** What is old enough to say nothing any more. */
  async sweep(): Promise<void> {
    const before = instantOf(this.clock.now().getTime() - FORGET_MS);
    await this.transactions.run(() => this.transactions.manager.delete(StaffSignInTry, { lastAt: LessThan(before) }));
  }

  /** How many that makes of the first; nothing, and nothing counted, where one of them has had enough. */
  private async count(all: readonly Counted[]): Promise<number | undefined> {
    const { manager } = this.transactions;
    const now = this.clock.now();
    const counts: number[] = [];
    for (const { digest, most } of all) {
      const { tries, lastAt } = await this.lockedOrNew(digest, now);
      const over = lastAt.getTime() <= now.getTime() - LOCK_MS;
      if (tries >= most && !over) return undefined;
      counts.push(over ? 1 : tries + 1);
    }
    for (const [at, { digest }] of all.entries())
      await manager.update(StaffSignInTry, { digest }, { tries: counts[at] ?? 1, lastAt: now });
    return counts[0];
  }

  private async lockedOrNew(digest: string, now: Date): Promise<StaffSignInTry> {
    const { manager } = this.transactions;
    const fresh = manager.createQueryBuilder().insert().into(StaffSignInTry).values({ digest, tries: 0, lastAt: now });
    // updating the key to itself locks the row for writing at once; ignoring a duplicate would share it, and deadlock
    await fresh.orUpdate(['digest'], ['digest']).execute();
    return this.locked(digest);
  }

  private async uncount({ digest }: Counted, less = 1): Promise<void> {
    const { manager } = this.transactions;
    if ((await manager.countBy(StaffSignInTry, { digest })) === 0) return;
    const { tries } = await this.locked(digest);
    await manager.update(StaffSignInTry, { digest }, { tries: Math.max(0, tries - less) });
  }

  private async forget({ digest }: Counted): Promise<void> {
    await this.transactions.manager.delete(StaffSignInTry, { digest });
  }

  private locked(digest: string): Promise<StaffSignInTry> {
    const { manager } = this.transactions;
    const mysql = manager.dataSource.options.type === 'mysql';
    return manager.findOneOrFail(StaffSignInTry, {
      where: { digest },
      // the embedded database has one writer at a time already and knows no row locks
      ...(mysql ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
  }

  /** In the order they are locked: of one number always the same row first. */
  private countedOf({ staffNumber, address }: SignInTry): readonly [all: Counted, here: Counted] {
    const here = { digest: this.digestOf(`${staffNumber} from ${networkOf(address)}`), most: MAX_TRIES };
    return [{ digest: this.digestOf(staffNumber), most: this.config.staffTriesPerNumber }, here];
  }

  private againOf(staffId: string): Counted {
    return { digest: this.digestOf(`shown again:${staffId}`), most: MAX_TRIES };
  }

  private digestOf(text: string): string {
    return this.sealing.index('staff-number', text).digest.toString('hex');
  }
}
