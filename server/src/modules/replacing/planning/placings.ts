import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlacingProblem, Plan } from '@jinmen/shared/replacing/placing';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Done, Task } from './placing.worker';

interface Waiting {
  resolve(plan: Plan): void;
  reject(reason: Error): void;
}

/** Plans, made in a thread of its own: a search takes longer than a request may hold up others (docs/adr/0020). */
@Injectable()
export class Placings implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  solve(problem: PlacingProblem): Promise<Plan> {
    if (problem.parties.length === 0) {
      return Promise.resolve({ proven: true, placed: [], unplaced: [], badPins: [] });
    }
    const number = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      const task: Task = { number, problem };
      this.running().postMessage(task);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Started with the first plan, and again with the next one after it died. */
  private running(): Worker {
    if (this.worker) return this.worker;
    const file = join(__dirname, `placing.worker${extname(__filename)}`);
    const worker = new Worker(file, { execArgv: [...process.execArgv] });
    worker.unref();
    worker.on('message', (done: Done) => this.settle(done));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('the thread that places people ended')));
    this.worker = worker;
    return worker;
  }

  private settle(done: Done): void {
    const waiting = this.waiting.get(done.number);
    this.waiting.delete(done.number);
    if ('plan' in done) waiting?.resolve(done.plan);
    else waiting?.reject(new Error(`nobody could be placed: ${done.failed}`));
  }

  private fail(worker: Worker, reason: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}
