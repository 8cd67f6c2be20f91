import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { BureauHttp } from '../bureau-http/bureau-http';
import { UPSTREAMS, type Upstream } from '../config/bureau-address';
import { Config } from '../config/config';
import { traceOf } from '../http/problem.filter';
import { Carrier } from './carrier';
import { Lane } from './lane';
import { OutboxHandlers } from './outbox-handlers';
import { OutboxSignal } from './outbox-signal';
import { OutboxStore } from './outbox-store';
import { RelayPace } from './relay-pace';

/**
 * Carries every message to its bureau: at least once, always under the same key, in order within its order and beside
 * all others. Between the bureau's reply and the mark in the database this process may die; the message is then sent
 * again, and the bureau that honours the key does nothing twice (I4).
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Outbox');
  private readonly lanes: ReadonlyMap<Upstream, Lane>;
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly store: OutboxStore,
    private readonly carrier: Carrier,
    private readonly handlers: OutboxHandlers,
    private readonly http: BureauHttp,
    private readonly pace: RelayPace,
    private readonly config: Config,
    signal: OutboxSignal,
  ) {
    this.lanes = new Map(UPSTREAMS.map((bureau) => [bureau, this.laneTo(bureau)]));
    signal.listen((bureau) => this.lanes.get(bureau)?.wake());
    http.onBack((bureau) => void this.hurry(bureau));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.handlers.topics.length === 0 || this.config.oneCommand) return;
    await this.store.forgetOldLeases();
    this.running = Promise.all([...this.lanes.values()].map((lane) => lane.run()));
  }

  /** Lets what is under way end, cuts what does not, and gives every lease back. */
  async beforeApplicationShutdown(): Promise<void> {
    const lanes = [...this.lanes.values()];
    for (const lane of lanes) lane.stop();
    await this.running;
    const atRest = Promise.all(lanes.map((lane) => lane.atRest()));
    if (await endsWithin(this.pace.stopMs, atRest)) return;
    await this.http.hangUp();
    if (await endsWithin(300, atRest)) return;
    await this.store.giveBack(lanes.flatMap(({ rows }) => rows));
  }

  private laneTo(bureau: Upstream): Lane {
    return new Lane(bureau, {
      lookMs: this.pace.lookMs,
      parallel: this.pace.parallel,
      lineState: () => this.http.state(bureau),
      claim: (limit) => this.store.claim(bureau, this.handlers.topics, limit),
      carry: (row) => this.carrier.carry(row),
      failed: (error) => this.logger.error({ bureau, ...traceOf(error) }),
    });
  }

  private async hurry(bureau: Upstream): Promise<void> {
    try {
      await this.store.hurry(bureau);
    } catch (error) {
      this.logger.warn({ bureau, ...traceOf(error) }); // they come up when their pause is over
    }
    this.lanes.get(bureau)?.wake();
  }
}

async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const ended = new AbortController();
  const late = pause(ms, false, { signal: ended.signal }).catch(() => false);
  return Promise.race([work.then(() => true), late]).finally(() => ended.abort());
}
