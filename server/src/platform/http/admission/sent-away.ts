import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import type { Clock } from '../../clock';
import { MAX_BODY_BYTES } from '../json-body';
import { problems } from '../problem';
import type { RequestMetrics } from '../request-metrics';

/** Between these, at random, so that not everybody who was sent away comes back at once. */
const COME_AGAIN_S = { least: 2, most: 6 };
/** So long one answer serves for everybody. */
const PERIOD_MS = 1000;

export function comeAgainAfter(): number {
  const { least, most } = COME_AGAIN_S;
  return least + Math.floor(Math.random() * (most - least + 1));
}

interface Prepared {
  readonly headers: readonly string[];
  /** A text: one with its head is one write, where bytes would be two and twice the cost of sending away. */
  readonly body: string;
}

interface Period {
  readonly traceId: string;
  readonly answers: readonly Prepared[];
  readonly counts: Map<string, number>;
}

/**
 * 503 `server.busy` to whoever is sent away before the framework: all who come in one second get the same bytes, and the
 * log has one line for them with the `traceId` they were all given. Answering each by itself cost nearly as much as
 * serving it, and a server that spends its time on sending away serves nobody.
 */
export class SentAway {
  private period: Period | undefined;

  constructor(
    private readonly houseHeaders: Readonly<Record<string, string>>,
    private readonly clock: Clock,
    private readonly metrics: RequestMetrics,
    private readonly logger: LoggerService,
  ) {}

  /** @param route `POST /api/v1/bookings`. */
  answer(route: string, request: IncomingMessage, response: ServerResponse): void {
    const { answers, counts } = this.now();
    counts.set(route, (counts.get(route) ?? 0) + 1);
    const prepared = answers[Math.floor(Math.random() * answers.length)];
    if (prepared === undefined) return;
    // what it sent is not waited for: a little is read and thrown away, much ends the connection
    if (sendsMuch(request)) response.setHeader('connection', 'close');
    response.writeHead(503, [...prepared.headers]).end(prepared.body);
  }

  private now(): Period {
    if (this.period !== undefined) return this.period;
    const period = this.begin();
    this.period = period;
    setTimeout(() => this.close(period), PERIOD_MS);
    return period;
  }

  private begin(): Period {
    const traceId = randomUUID();
    const common = {
      ...this.houseHeaders,
      'x-request-id': traceId,
      date: this.clock.now().toUTCString(),
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    };
    const { least, most } = COME_AGAIN_S;
    const seconds = Array.from({ length: most - least + 1 }, (_, index) => least + index);
    const answers = seconds.map((after) => {
      const problem = problems.busy(after);
      const body = JSON.stringify(problem.body(traceId));
      const headers = { ...common, ...problem.headers, 'content-length': String(Buffer.byteLength(body)) };
      return { headers: Object.entries(headers).flat(), body };
    });
    return { traceId, answers, counts: new Map() };
  }

  private close({ traceId, counts }: Period): void {
    this.period = undefined;
    for (const [route, count] of counts) {
      const [method = '', url = ''] = route.split(' ');
      this.metrics.count({ method, route: url, status: 503, durationMs: 0 }, count);
      this.logger.log({ method, route: url, status: 503, count, traceId }, 'SentAway');
    }
  }
}

function sendsMuch({ headers }: IncomingMessage): boolean {
  return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES;
}
