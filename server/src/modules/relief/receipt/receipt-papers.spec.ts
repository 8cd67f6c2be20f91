import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ReceiptPapers } from './receipt-papers.service';

/** Draws nothing but says what it was given; `endless` it never ends. */
const DRAWER = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ number, statement }) => {
    while (statement === 'endless');
    parentPort.postMessage({ number, pdf: Buffer.from(statement) });
  });`;

class Papers extends ReceiptPapers {
  started = 0;

  constructor(protected override patienceMs = 60_000) {
    super();
  }

  /** For what is drawn from now on: a new thread takes its time to start, on a busy machine much of it. */
  isPatient(): void {
    this.patienceMs = 60_000;
  }

  protected override start(): Worker {
    this.started += 1;
    return new Worker(DRAWER, { eval: true });
  }
}

let papers: Papers;

afterEach(() => papers.onApplicationShutdown());

describe('papers to be drawn', () => {
  it('are drawn account by account in turn, and a fourth of one account is told to wait', async () => {
    papers = new Papers();
    const order: string[] = [];
    const ask = (who: string, what: string) => papers.drawStatement(who, what).then((pdf) => order.push(String(pdf)));
    const asked = [ask('anna', 'a1'), ask('anna', 'a2'), ask('anna', 'a3'), ask('ben', 'b1')];
    await expect(papers.drawStatement('anna', 'a4')).rejects.toMatchObject({ code: 'paper.one-after-another' });
    await Promise.all(asked);
    expect(order).toEqual(['a1', 'b1', 'a2', 'a3']);
    expect(String(await papers.drawStatement('anna', 'a4'))).toBe('a4');
  });

  it('are fifty at most of everybody’s', async () => {
    papers = new Papers();
    const asked = Array.from({ length: 50 }, (_, at) => papers.drawStatement(`account ${at}`, 'x'));
    await expect(papers.drawStatement('one more', 'x')).rejects.toMatchObject({ code: 'server.unavailable' });
    expect(await Promise.all(asked)).toHaveLength(50);
  });

  it('are given up when one never ends, with words, and the next one is drawn by another thread', async () => {
    papers = new Papers(500);
    const endless = papers.drawStatement('anna', 'endless');
    const next = papers.drawStatement('ben', 'b1');
    await turn(); // the first has begun
    papers.isPatient();
    await expect(endless).rejects.toMatchObject({ code: 'server.unavailable' });
    expect([String(await next), papers.started]).toEqual(['b1', 2]);
  });
});
