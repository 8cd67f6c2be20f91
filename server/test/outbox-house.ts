import { Injectable } from '@nestjs/common';
import type { BureauAnswer, FinalAnswer } from '../src/platform/bureau-http/bureau-answer';
import { BureauHttp } from '../src/platform/bureau-http/bureau-http';
import { BureauHttpModule } from '../src/platform/bureau-http/bureau-http.module';
import { LINE_LIMITS } from '../src/platform/bureau-http/bureau-line';
import type { BureauAddress } from '../src/platform/config/bureau-address';
import { Transactions } from '../src/platform/database/transactions';
import { MetricsModule } from '../src/platform/metrics/metrics.module';
import { CreateOutbox20261125110000 } from '../src/platform/outbox/migrations/20261125110000-create-outbox';
import { Outbox } from '../src/platform/outbox/outbox';
import { OutboxModule } from '../src/platform/outbox/outbox.module';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../src/platform/outbox/outbox-handler';
import { OutboxMessageRow, outboxPayload } from '../src/platform/outbox/outbox-message.entity';
import { OutboxOrder } from '../src/platform/outbox/outbox-order.entity';
import { RelayPace } from '../src/platform/outbox/relay-pace';
import type { TestDatabase } from './database';
import { startPlatform } from './platform-house';
import { TeaCup } from './tea-house';

/** The same relay in a fraction of the time. */
export class HurriedPace extends RelayPace {
  override readonly leaseMs: number = 1500;
  override readonly lookMs = 50;
  override readonly answeredTries = 3;
  override readonly stopMs = 300;

  override backoffMs(tries: number): number {
    return Math.min(200, 20 * tries);
  }
}

/** No lease runs out while a test lasts: that each message is sent once is then no matter of speed. */
export class PatientPace extends HurriedPace {
  override readonly leaseMs = 600_000;
}

/** Orders tea at a made-up bureau; every answer it settles becomes a cup whose label says which message and what. */
@Injectable()
@HandlesTopic('tea-house.cup-ordered')
export class CupOrderedHandler extends OutboxHandler {
  constructor(
    private readonly http: BureauHttp,
    private readonly transactions: Transactions,
  ) {
    super();
  }

  deliver({ id, bureau, payload }: OutboxMessage): Promise<BureauAnswer> {
    if (bureau === 'sms' || bureau === 'wechat') throw new Error('they take no tea');
    return this.http.for(bureau).call({ method: 'POST', path: '/cups', key: id, body: payload as object });
  }

  async settled({ id, payload }: OutboxMessage, answer: FinalAnswer): Promise<void> {
    const { name } = payload as { name: string };
    await this.transactions.manager.insert(TeaCup, { id, label: `${name} ${answer.kind}`, sips: 0 });
  }

  override async skipped({ id, order }: Omit<OutboxMessage, 'payload'>): Promise<void> {
    await this.transactions.manager.insert(TeaCup, { id, label: `${order} skipped`, sips: 0 });
  }
}

export interface OutboxProcess {
  get<Part>(part: abstract new (...args: never[]) => Part): Part;
  readonly transactions: Transactions;
  /** Appends one message in a transaction of its own. */
  order(
    name: string,
    by?: { readonly order?: string; readonly bureau?: 'social-assistance' | 'disability-benefits' },
  ): Promise<string>;
  /** The labels of what was settled, sorted. */
  settled(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Its calls hang until somebody hangs up: that another thing ended first is then no matter of speed. */
export function holdOn(tea: Pick<OutboxProcess, 'get'>): void {
  Object.assign(tea.get(BureauHttp), { limits: { ...LINE_LIMITS, timeoutMs: 600_000 } });
}

/** One process with an outbox, its relay and a bureau or two, on the given database. */
export async function startOutbox(
  database: Pick<TestDatabase, 'config'>,
  bureaus: { readonly first: BureauAddress; readonly second?: BureauAddress },
  pace: RelayPace = new HurriedPace(),
): Promise<OutboxProcess> {
  const started = await startPlatform(database, {
    more: {
      entities: [OutboxOrder, OutboxMessageRow],
      migrations: [CreateOutbox20261125110000],
      sealed: [outboxPayload],
    },
    bureaus: {
      'social-assistance': bureaus.first,
      ...(bureaus.second ? { 'disability-benefits': bureaus.second } : {}),
    },
    parts: { imports: [MetricsModule, BureauHttpModule, OutboxModule], providers: [CupOrderedHandler] },
    replaced: [[RelayPace, pace]],
  });
  const { transactions, module } = started;
  const outbox = module.get(Outbox);
  return {
    get: (part) => module.get(part),
    transactions,
    order: (name, { order = name, bureau = 'social-assistance' } = {}) =>
      transactions.run(() => outbox.append({ topic: 'tea-house.cup-ordered', bureau, order, payload: { name } })),
    settled: async () => (await transactions.manager.find(TeaCup)).map(({ label }) => label ?? '').sort(),
    stop: started.stop,
  };
}
