import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlacingProblem, Plan } from '@jinmen/shared/replacing/placing';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { childArguments } from '../../platform/child-arguments';
import type { Done, Task } from './placing.worker';
import { NoPlan, Placings } from './placings.port';

interface Waiting {
  resolve(plan: Plan): void;
  reject(reason: Error): void;
}

/** A search takes longer than a request may hold up others. */
@Injectable()
export class PlacingsService extends Placings implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private readonly underWay = new Map<string, Promise<Plan>>();
  private count = 0;

  solve(problem: PlacingProblem, withinMs?: number): Promise<Plan> {
    if (problem.parties.length === 0) {
      return Promise.resolve({ proven: true, placed: [], unplaced: [], badPins: [] });
    }
    const plan = this.asked(problem);
    return withinMs === undefined ? plan : within(withinMs, plan);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Started with the first plan, and again with the next one after it died. */
  private running(): Worker {
    if (this.worker) return this.worker;
    const file = join(__dirname, `placing.worker${extname(__filename)}`);
    const worker = new Worker(file, { execArgv: childArguments() });
    worker.unref();
    worker.on('message', (done: Done) => this.settle(done));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new NoPlan('the thread that places people ended')));
    this.worker = worker;
    return worker;
  }

  private asked(problem: PlacingProblem): Promise<Plan> {
    const asked = JSON.stringify(problem);
    const before = this.underWay.get(asked);
    if (before) return before;
    const plan = this.sent(problem).finally(() => this.underWay.delete(asked));
    this.underWay.set(asked, plan);
    return plan;
  }

  private sent(problem: PlacingProblem): Promise<Plan> {
    const number = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      const task: Task = { number, problem };
      this.running().postMessage(task);
    });
  }

  private settle(done: Done): void {
    const waiting = this.waiting.get(done.number);
    this.waiting.delete(done.number);
    if ('plan' in done) waiting?.resolve(done.plan);
    else waiting?.reject(new NoPlan(`nobody could be placed: ${done.failed}`));
  }

  private fail(worker: Worker, reason: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}

/** What the thread says later is heard by nobody. */
async function within(ms: number, plan: Promise<Plan>): Promise<Plan> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoPlan(`no plan within ${ms} ms`)), ms);
  });
  return Promise.race([plan, late]).finally(() => clearTimeout(timer));
}
