import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Database } from '../database/database.module';
import { problems } from '../http/problem';

/** Long enough for a slow answer, short enough for whoever polls. */
const PATIENCE_MS = 2000;

@Injectable()
export class Readiness {
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** From now on nobody new should be sent here. */
  leave(): void {
    this.stopping = true;
  }

  /**
   * Resolves when the database answers and, in development, the simulated bureaus do.
   * @throws Problem `server.unavailable` otherwise, and while the process is stopping.
   */
  async check(): Promise<void> {
    if (this.stopping) throw problems.unavailable();
    const answers = await Promise.all([within(this.database.ping()), this.simulatorsAnswer()]);
    if (answers.includes(false)) throw problems.unavailable();
  }

  private async simulatorsAnswer(): Promise<boolean> {
    const { simulatorsUrl } = this.config;
    if (simulatorsUrl === undefined) return true;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return (await fetch(new URL('/__sim/people', simulatorsUrl), { signal })).ok;
    } catch {
      return false;
    }
  }
}

/** Whether it succeeds in time. */
async function within(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
