import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Sealing } from '../sealing/sealing';
import { networkOf } from './network';
import { PERIOD_MS, TryCounts } from './try-counts';

/** What may be tried so often from one network, or by one account, in ten minutes, at whichever server. */
@Injectable()
export class AddressLimits {
  constructor(
    private readonly counts: TryCounts,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Counts one try; how many seconds to wait when there were enough. */
  async take(what: string, address: string, limit: number): Promise<number | undefined> {
    const now = this.clock.now().getTime();
    const period = Math.floor(now / PERIOD_MS);
    const digest = this.sealing.index(`address ${what} ${period}`, networkOf(address)).digest.toString('hex');
    const free = await this.counts.take({ digest, period }, limit);
    return free ? undefined : Math.ceil(((period + 1) * PERIOD_MS - now) / 1000);
  }
}
