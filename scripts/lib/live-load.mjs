import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PER_SECOND = 50;
/** Below what one person may have; the next are somebody else's. */
const DRAFTS_EACH = 40;

/** Fifty requests a second, whatever becomes of them: signing in, looking at oneself, a draft, reading it. */
export class LiveLoad {
  phases = [];
  drafts = 0;
  constructor(url) {
    this.url = url;
  }

  async phase(name, work) {
    const seen = { name, asked: 0, slowestMs: 0, failed: new Map() };
    const running = new Set();
    let goesOn = true;
    const asking = (async () => {
      for (let next = performance.now(); goesOn; next += 1000 / PER_SECOND) {
        await sleep(Math.max(0, next - performance.now()));
        const one = this.one(seen).finally(() => running.delete(one));
        running.add(one);
      }
    })();
    await work().finally(() => {
      goesOn = false;
    });
    await asking;
    await Promise.all(running);
    this.phases.push(seen);
  }

  async one(seen) {
    this.token ??= this.ask(seen, 'POST', '/api/v1/sessions/wechat', { code: randomUUID() }).then(
      (view) => view?.accessToken,
    );
    const token = await this.token;
    const turn = seen.asked % 4;
    if (turn === 3) this.drafts += 1;
    if (turn === 3 && this.drafts % DRAFTS_EACH === 0) this.token = undefined;
    if (turn === 0) await this.ask(seen, 'POST', '/api/v1/sessions/wechat', { code: randomUUID() });
    else if (turn === 1) await this.ask(seen, 'GET', '/api/v1/relief/applications', undefined, token);
    else if (turn === 2) await this.ask(seen, 'GET', '/api/v1/me', undefined, token);
    else
      await this.ask(seen, 'POST', '/api/v1/relief/applications', { programmes: ['minimum-living-allowance'] }, token);
  }

  async ask(seen, method, url, body, token) {
    seen.asked += 1;
    const beganMs = performance.now();
    const fail = (why) =>
      seen.failed.set(`${method} ${url} ${why}`, (seen.failed.get(`${method} ${url} ${why}`) ?? 0) + 1);
    try {
      const headers = {
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const reply = await fetch(`${this.url}${url}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      const text = await reply.text();
      if (reply.status >= 300) fail(`${reply.status} ${text.slice(0, 120)}`);
      return reply.status < 300 ? JSON.parse(text) : undefined;
    } catch (error) {
      fail(error.cause?.code ?? error.message);
    } finally {
      seen.slowestMs = Math.max(seen.slowestMs, performance.now() - beganMs);
    }
  }
}
