import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Upstream } from '../../src/platform/config/bureau-address';
import { sendCallback } from '../callback';
import type { Bureaus } from '../crash/bureaus';
import type { Delivery } from '../local-bureau';

const AGAIN_AFTER_MS = 300;

/**
 * The people behind two bureaus: the street takes each case that reached it, and whoever looks up means cannot, which is
 * told back by the signed way (docs/bureaus/transport.md §5), again until it is heard.
 */
export class Office {
  /** What was not taken, though it was said as the documents have it. */
  readonly refused: string[] = [];
  private readonly known = new Set<string>();
  private readonly saying = new Set<Promise<void>>();

  /** @param url where the servers are just now; nowhere while none is ready. */
  constructor(
    private readonly bureaus: Bureaus,
    private readonly url: () => string | undefined,
  ) {}

  /** A bureau took something; what it has had before is no news. */
  took(code: Upstream, { path, text }: Delivery): void {
    if (code === 'social-assistance' && path === '/shjz/v2/aj') {
      // casts: what we send them, by the bureaus’ own documents
      const { wbywh } = JSON.parse(text) as { readonly wbywh: string };
      this.once(code, 'SL', wbywh, { wbywh, ywlsh: 'SJ20261125000001', slrq: today() });
    }
    if (code === 'means-verification' && path.endsWith('/apply')) {
      const { applyNo } = (JSON.parse(text) as { readonly body: { readonly applyNo: string } }).body;
      this.once(code, 'CHECK_IMPOSSIBLE', applyNo, { applyNo, reasonCode: 'R03' });
    }
  }

  /** Until everything it had to say was heard. */
  async settle(): Promise<void> {
    while (this.saying.size > 0) await Promise.all(this.saying);
  }

  private once(bureau: 'social-assistance' | 'means-verification', type: string, about: string, data: object): void {
    if (this.known.has(about)) return;
    this.known.add(about);
    const said = this.say(bureau, type, data).finally(() => this.saying.delete(said));
    this.saying.add(said);
  }

  private async say(bureau: 'social-assistance' | 'means-verification', type: string, data: object): Promise<void> {
    const key = this.bureaus.receiveKeyOf(bureau);
    for (const eventId = randomUUID(); ; ) {
      const url = this.url();
      const parts = { bureau, key, eventId, type, data };
      const reply = url === undefined ? undefined : await sendCallback(url, Date.now(), parts).catch(() => undefined);
      if (reply?.status === 200) return;
      if (reply && reply.status < 500 && reply.status !== 429) {
        this.refused.push(`${bureau} ${type}: ${reply.status} ${await reply.text()}`);
        return;
      }
      await pause(AGAIN_AFTER_MS);
    }
  }
}

/** In Tianjin, `yyyyMMdd`. */
const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()).replaceAll('-', '');
