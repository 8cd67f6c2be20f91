import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Gauges } from '../../metrics/gauges';
import { LoopDelay } from './loop-delay';
import { Turns } from './turns';

/**
 * When a request is shed. `first`: something new that costs and can be tried again in a moment. `last`: everything else,
 * what one has already and what one only looks at. `never`: what must be answered on the worst day.
 */
export type Standing = 'first' | 'last' | 'never';

/** Of a route (`@RouteConfig(SHED_FIRST)`); one without is shed last. */
export const SHED_FIRST = { shed: 'first' } as const;
export const NEVER_SHED = { shed: 'never' } as const;

export type ShedReason = 'in-flight' | 'loop-delay' | 'waiting';

/** Of a route's own configuration. */
export function standingOf(config: unknown): Standing {
  const shed = typeof config === 'object' && config !== null && 'shed' in config ? config.shed : undefined;
  return shed === 'first' || shed === 'never' ? shed : 'last';
}

/**
 * How many new ones are begun in one turn of the event loop, and how late it may be beside others before fewer are inside
 * at once: less than a look at a booking takes, so that whoever looks hardly notices the crowd.
 */
const EACH_TURN = 2;
const LATE_MS = 1;
/** However late it is, so many go on: no wish waits for the crowd to leave. */
const LEAST_INSIDE = 2;
/** Whoever waited so long for their turn is told to come again instead. */
export const LONGEST_WAIT_MS = 3000;
/** What is shed last is shed when it is so many times as bad. */
const LAST = { inFlight: 1.25, delay: 5 };

/** Decides who is let in: counts who is inside and waits, and looks at how late the event loop is. */
@Injectable()
export class Admission {
  private readonly shed = new Map<string, number>();
  private readonly turns: Turns;
  private inside = 0;
  private othersCame = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly config: Config,
    private readonly delay: LoopDelay,
    gauges: Gauges,
  ) {
    const { mostNewAtOnce: mostInside, mostWaiting } = config;
    const bounds = { each: EACH_TURN, leastInside: LEAST_INSIDE, mostInside, lateMs: LATE_MS, mostWaiting };
    this.turns = new Turns(bounds, () => this.othersCame);
    gauges.add(async () => this.lines());
  }

  /** Counted inside until the returned function is called. */
  begin(standing: Standing): () => void {
    this.inside += 1;
    if (standing === 'last') this.othersCame = performance.now();
    return () => {
      this.inside -= 1;
    };
  }

  /** Why this one is not let in now; undefined = it is. */
  refusal(standing: Standing): ShedReason | undefined {
    const { mostInFlight, shedAfterDelayMs } = this.config;
    if (standing === 'never') return undefined;
    const worse = standing === 'last' ? LAST : { inFlight: 1, delay: 1 };
    if (this.inside >= mostInFlight * worse.inFlight) return this.count(standing, 'in-flight');
    const late = shedAfterDelayMs !== undefined && this.delay.ms > shedAfterDelayMs * worse.delay;
    return late ? this.count(standing, 'loop-delay') : undefined;
  }

  /**
   * Has `go` called in turn, after which `ended` is to be called, or `tooLate` when that took too long; neither for one
   * who has gone meanwhile.
   * @returns why it is not even let wait.
   */
  wait(go: () => void, tooLate: () => void, gone: () => boolean): ShedReason | undefined {
    const leave = (since: number) => {
      if (gone()) return true;
      if (performance.now() - since <= LONGEST_WAIT_MS) return false;
      this.count('first', 'waiting');
      tooLate();
      return true;
    };
    return this.turns.enter(go, leave) ? undefined : this.count('first', 'waiting');
  }

  /** One who was let in by `wait` has their answer, or is gone. */
  ended(): void {
    this.turns.ended();
  }

  private count(standing: Standing, reason: ShedReason): ShedReason {
    const labels = `standing="${standing}",reason="${reason}"`;
    this.shed.set(labels, (this.shed.get(labels) ?? 0) + 1);
    return reason;
  }

  private lines(): readonly string[] {
    return [
      '# TYPE http_requests_in_flight gauge',
      `http_requests_in_flight ${this.inside}`,
      '# TYPE http_requests_new_inside gauge',
      `http_requests_new_inside ${this.turns.inside}`,
      '# TYPE http_requests_waiting gauge',
      `http_requests_waiting ${this.turns.waiting}`,
      '# TYPE event_loop_delay_ms gauge',
      `event_loop_delay_ms ${this.delay.ms.toFixed(1)}`,
      '# TYPE http_requests_shed_total counter',
      ...[...this.shed].map(([labels, count]) => `http_requests_shed_total{${labels}} ${count}`),
    ];
  }
}
