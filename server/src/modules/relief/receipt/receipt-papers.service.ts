import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReceiptView } from '@jinmen/shared/applications/views';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { childArguments } from '../../../platform/child-arguments';
import { Problem, problems } from '../../../platform/http/problem';
import { OwnersInTurn } from '../../../platform/owners-in-turn';
import { StatementPapers } from '../statement-papers.port';
import type { Done, Paper, Task } from './receipt.worker';

interface Drawing {
  readonly number: number;
  resolve(pdf: Buffer): void;
  reject(reason: Error): void;
}

/** More than this at once are told to come again: drawing is slow, and nobody needs the paper now. */
const MOST_WAITING = 50;
/** Of one account: a receipt, a letter and a copy. */
const MOST_OF_ONE = 3;
/** A page takes a tenth of a second, the longest copy two or three. */
const PATIENCE_MS = 10_000;

/**
 * Receipts and letters as PDF, drawn in a thread of their own: laying out a page takes longer than a request may hold up
 * others. One at a time and accounts in turn; what never ends is given up, and the thread with it.
 */
@Injectable()
export class ReceiptPapers extends StatementPapers implements OnApplicationShutdown {
  protected readonly patienceMs: number = PATIENCE_MS;
  private readonly turns = new OwnersInTurn();
  private worker: Worker | undefined;
  private drawing: Drawing | undefined;
  private count = 0;

  /** @throws Problem 429 while three of the account's are not drawn yet, 503 when too many are. */
  draw(accountId: string, receipt: ReceiptView): Promise<Buffer> {
    return this.inTurn(accountId, { receipt });
  }

  /** As `draw`, of what a resident wrote. */
  drawStatement(accountId: string, statement: string): Promise<Buffer> {
    return this.inTurn(accountId, { statement });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  protected start(): Worker {
    return new Worker(join(__dirname, `receipt.worker${extname(__filename)}`), { execArgv: childArguments() });
  }

  private async inTurn(accountId: string, paper: Paper): Promise<Buffer> {
    if (this.turns.of(accountId) >= MOST_OF_ONE) throw oneAfterAnother();
    if (this.turns.all >= MOST_WAITING) throw problems.unavailable();
    return this.turns.take(accountId, () => this.drawn(paper));
  }

  private drawn(paper: Paper): Promise<Buffer> {
    const number = ++this.count;
    const worker = this.running();
    const drawn = new Promise<Buffer>((resolve, reject) => {
      this.drawing = { number, resolve, reject };
    });
    const late = setTimeout(() => this.giveUp(worker, problems.unavailable()), this.patienceMs);
    const task: Task = { number, ...paper };
    worker.postMessage(task);
    return drawn.finally(() => clearTimeout(late));
  }

  /** Started with the first paper, and again with the next one after it died. */
  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = this.start();
    worker.unref();
    worker.on('message', (done: Done) => this.settle(done));
    worker.on('error', (error) => this.giveUp(worker, error));
    worker.on('exit', () => this.giveUp(worker, new Error('the thread that draws receipts ended')));
    this.worker = worker;
    return worker;
  }

  private settle(done: Done): void {
    const { drawing } = this;
    if (drawing?.number !== done.number) return;
    this.drawing = undefined;
    if ('pdf' in done) drawing.resolve(Buffer.from(done.pdf));
    else drawing.reject(new Error(`a receipt could not be drawn: ${done.failed}`));
  }

  private giveUp(worker: Worker, reason: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    void worker.terminate();
    this.drawing?.reject(reason);
    this.drawing = undefined;
  }
}

function oneAfterAnother(): Problem {
  const more = { headers: { 'retry-after': '3' } };
  return new Problem(429, 'paper.one-after-another', '前面要的几张还在画，请等几秒再要这一张。', [], more);
}
