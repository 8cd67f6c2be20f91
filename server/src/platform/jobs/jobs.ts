import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/config';
import { traceOf } from '../http/problem.filter';
import { JobLeases } from './job-leases';

export interface JobOptions {
  /** One process at a time does it, whichever holds the lease. */
  readonly alone?: true;
}

interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly alone: boolean;
  work(): Promise<void>;
  timer?: NodeJS.Timeout | undefined;
  running?: Promise<void> | undefined;
}

/** A job that seldom runs does so soon after a start, or a process restarted every night would never get to it. */
const FIRST_AFTER_MS = 5000;

/**
 * Work that comes back: relays, sweeps, seals. Each job waits for itself and for nobody else; one that fails is logged
 * and tried again at its next turn. In a command of an operator none comes round; one that is woken runs.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly jobs = new Map<string, Job>();
  private state: 'waiting' | 'started' | 'stopped' = 'waiting';

  constructor(
    private readonly leases: JobLeases,
    private readonly config: Config,
  ) {}

  /** Call while the application is made; it first runs once everything has started. @throws Error on a name taken. */
  every(name: string, everyMs: number, work: () => Promise<void>, options: JobOptions = {}): void {
    if (this.jobs.has(name)) throw new Error(`there is a job named ${name} already`);
    const job: Job = { name, everyMs, work, alone: options.alone ?? false };
    this.jobs.set(name, job);
    if (this.state === 'started') this.schedule(job, Math.min(everyMs, FIRST_AFTER_MS));
  }

  /**
   * Runs it now, or once more when it is just running, and resolves after that. It never rejects: what failed is in the
   * log and comes round again.
   */
  async wake(name: string): Promise<void> {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`there is no job named ${name}`);
    if (job.running) await job.running;
    await (job.running ?? this.run(job));
  }

  onApplicationBootstrap(): void {
    if (this.config.oneCommand) return;
    this.state = 'started';
    for (const job of this.jobs.values()) this.schedule(job, Math.min(job.everyMs, FIRST_AFTER_MS));
  }

  /** Waits for what is running; nothing new begins. */
  async beforeApplicationShutdown(): Promise<void> {
    this.state = 'stopped';
    for (const { timer } of this.jobs.values()) clearTimeout(timer);
    await Promise.all([...this.jobs.values()].map(({ running }) => running));
    await this.leases.releaseAll().catch((error: unknown) => this.logger.warn(traceOf(error)));
  }

  private schedule(job: Job, afterMs: number): void {
    clearTimeout(job.timer);
    job.timer = setTimeout(() => void this.run(job), afterMs);
    job.timer.unref();
  }

  private run(job: Job): Promise<void> {
    if (this.state === 'stopped') return Promise.resolve();
    clearTimeout(job.timer);
    job.running = this.attempt(job).finally(() => {
      job.running = undefined;
      if (this.state === 'started') this.schedule(job, job.everyMs);
    });
    return job.running;
  }

  private async attempt(job: Job): Promise<void> {
    try {
      if (job.alone) await this.leases.hold(job.name, job.everyMs * 2, () => job.work());
      else await job.work();
    } catch (error) {
      this.logger.error({ job: job.name, ...traceOf(error) });
    }
  }
}
