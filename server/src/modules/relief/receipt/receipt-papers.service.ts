import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReceiptView } from '@jinmen/shared/applications/views';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { problems } from '../../../platform/http/problem';
import { StatementPapers } from '../statement-papers.port';
import type { Done, Paper, Task } from './receipt.worker';

interface Waiting {
  resolve(pdf: Buffer): void;
  reject(reason: Error): void;
}

/** More than this at once are told to come again: drawing is slow, and nobody needs the paper now. */
const MOST_WAITING = 50;

/** Receipts as PDF, drawn in a thread of their own: laying out a page takes longer than a request may hold up others. */
@Injectable()
export class ReceiptPapers extends StatementPapers implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  /** @throws Problem 503 when too many are being drawn. */
  draw(receipt: ReceiptView): Promise<Buffer> {
    return this.drawn({ receipt });
  }

  /** As `draw`, of what a resident wrote. */
  drawStatement(statement: string): Promise<Buffer> {
    return this.drawn({ statement });
  }

  private drawn(paper: Paper): Promise<Buffer> {
    if (this.waiting.size >= MOST_WAITING) throw problems.unavailable();
    const number = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      const task: Task = { number, ...paper };
      this.running().postMessage(task);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Started with the first receipt, and again with the next one after it died. */
  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(join(__dirname, `receipt.worker${extname(__filename)}`), {
      execArgv: [...process.execArgv],
    });
    worker.unref();
    worker.on('message', (done: Done) => this.settle(done));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('the thread that draws receipts ended')));
    this.worker = worker;
    return worker;
  }

  private settle(done: Done): void {
    const waiting = this.waiting.get(done.number);
    this.waiting.delete(done.number);
    if ('pdf' in done) waiting?.resolve(Buffer.from(done.pdf));
    else waiting?.reject(new Error(`a receipt could not be drawn: ${done.failed}`));
  }

  private fail(worker: Worker, reason: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}
