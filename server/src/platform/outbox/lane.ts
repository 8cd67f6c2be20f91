import type { LineState } from '../bureau-http/bureau-line';
import type { Upstream } from '../config/bureau-address';
import type { ClaimedRow } from './outbox-store';

/** What a lane asks of the relay. */
export interface LaneWork {
  readonly lookMs: number;
  readonly parallel: number;
  lineState(): LineState;
  claim(limit: number): Promise<readonly ClaimedRow[]>;
  /** Never rejects. */
  carry(row: ClaimedRow): Promise<void>;
  /** A look that failed: the database did not answer. */
  failed(error: unknown): void;
}

/** Carries the messages of one bureau, at its pace: a dead one keeps no other bureau's messages waiting. */
export class Lane {
  private readonly carrying = new Map<ClaimedRow, Promise<void>>();
  private state: 'idle' | 'running' | 'stopped' = 'idle';
  private called = false;
  private wakeUp: (() => void) | undefined;

  constructor(
    readonly bureau: Upstream,
    private readonly work: LaneWork,
  ) {}

  /** What is under way. */
  get rows(): readonly ClaimedRow[] {
    return [...this.carrying.keys()];
  }

  /** Looks and carries until it is stopped. Runs in the context it was started in, whoever wakes it. */
  async run(): Promise<void> {
    this.state = 'running';
    while (this.state === 'running') {
      this.called = false;
      await this.look();
      if (!this.called && this.state === 'running') await this.sleep();
    }
  }

  /** There may be something to do. */
  wake(): void {
    this.called = true;
    this.wakeUp?.();
  }

  stop(): void {
    this.state = 'stopped';
    this.wakeUp?.();
  }

  /** Resolves when nothing is under way any more. */
  async atRest(): Promise<void> {
    await Promise.all(this.carrying.values());
  }

  private async look(): Promise<void> {
    const room = this.room();
    if (room === 0) return;
    try {
      const rows = await this.work.claim(room);
      for (const row of rows) this.begin(row);
    } catch (error) {
      this.work.failed(error);
    }
  }

  /** An open line is left alone; one on trial gets one message. */
  private room(): number {
    const state = this.work.lineState();
    if (state === 'open') return 0;
    return Math.max(0, (state === 'trial' ? 1 : this.work.parallel) - this.carrying.size);
  }

  private begin(row: ClaimedRow): void {
    const done = this.work.carry(row).then(() => {
      this.carrying.delete(row);
      this.wake();
    });
    this.carrying.set(row, done);
  }

  private sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.work.lookMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
