import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type HttpMessage, halved, misspelt, troubled, wholeMessage } from './http-messages';

/**
 * What the line does. Of TCP: `latency` delays replies; `refuse` closes the door; `reset` breaks off what is open and
 * what comes; `blackHole` takes everything and passes on nothing; `slowDrip` lets replies through by the byte;
 * `cutReply` lets the request arrive, and its reply not: the effect is done, the answer lost. Of HTTP: `halfJson` and
 * `wrongCharset` spoil the reply, `errorIn200` and `error500` answer instead of whoever was asked; `instead` says `reply`.
 */
export const FAULT_MODES = [
  'latency',
  'refuse',
  'reset',
  'blackHole',
  'slowDrip',
  'cutReply',
  'halfJson',
  'wrongCharset',
  'errorIn200',
  'error500',
  'instead',
] as const;

export type FaultMode = (typeof FAULT_MODES)[number];

export interface FaultOptions {
  /** Of `latency` the delay, of `slowDrip` the pause between two bytes. */
  readonly ms?: number;
  /** Which requests it meets, by their bytes; every one when absent. */
  readonly of?: (request: Buffer) => boolean;
  /** Of `instead`: what is said. */
  readonly reply?: Buffer;
  /** After so many the line is well again. */
  readonly times?: number;
}

/** A line to another process that can go bad in many ways and be mended. */
export interface FaultProxy {
  readonly port: number;
  readonly url: string;
  /** How many requests met a fault so far. */
  readonly met: number;
  /** Connections that are open through it now. */
  readonly open: number;
  /** The address of what it leads to, by way of it. */
  through(url: string): string;
  /** `none` mends it; what hangs in a black hole stays lost. */
  set(mode: FaultMode | 'none', options?: FaultOptions): Promise<void>;
  close(): Promise<void>;
}

export interface FaultProxyWish {
  readonly to: { readonly host: string; readonly port: number };
}

export async function faultProxy({ to }: FaultProxyWish): Promise<FaultProxy> {
  const proxy = new ProxyServer(to);
  await proxy.listen();
  return proxy;
}

interface Fault extends FaultOptions {
  readonly mode: FaultMode | 'none';
  left: number;
}

const NONE: Fault = { mode: 'none', left: 0 };

class ProxyServer implements FaultProxy {
  port = 0;
  met = 0;
  private fault: Fault = NONE;
  private server: Server | undefined;
  private readonly lines = new Set<Line>();

  constructor(private readonly to: FaultProxyWish['to']) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get open(): number {
    return this.lines.size;
  }

  through(url: string): string {
    const by = new URL(url);
    by.hostname = '127.0.0.1';
    by.port = String(this.port);
    return by.href;
  }

  async listen(): Promise<void> {
    const server = createServer((near) => this.take(near));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async set(mode: FaultMode | 'none', options: FaultOptions = {}): Promise<void> {
    this.fault = mode === 'none' ? NONE : { mode, ...options, left: options.times ?? Number.POSITIVE_INFINITY };
    const isForAll = options.of === undefined;
    if (mode === 'refuse' || (mode === 'reset' && isForAll)) for (const line of this.lines) line.cut();
    if (mode === 'blackHole' && isForAll) for (const line of this.lines) line.lose(this.fault);
    if (mode === 'refuse') await this.shut();
    else if (!this.server) await this.listen();
  }

  /** What this request meets; counts. */
  meet(request: Buffer): Fault {
    const { fault } = this;
    if (fault.mode === 'none' || (fault.of && !fault.of(request))) return NONE;
    this.met += 1;
    fault.left -= 1;
    if (fault.left <= 0) this.fault = NONE;
    return fault;
  }

  async close(): Promise<void> {
    for (const line of this.lines) line.cut();
    await this.shut();
  }

  private take(near: Socket): void {
    if (this.fault.mode === 'reset' && !this.fault.of) {
      this.met += 1;
      near.resetAndDestroy();
      return;
    }
    const line = new Line(near, connect(this.to.port, this.to.host), this);
    if (this.fault.mode === 'blackHole' && !this.fault.of) line.lose(this.fault);
    this.lines.add(line);
    near.on('close', () => this.lines.delete(line));
  }

  private async shut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }
}

/** One connection. A request is what comes until something goes back; the fault it met holds for its whole reply. */
class Line {
  private fault: Fault = NONE;
  private isAsking = false;
  private asked: Buffer = Buffer.alloc(0);
  private answered: Buffer = Buffer.alloc(0);
  /** Replies leave in their order, however late. */
  private leaving: Promise<void> = Promise.resolve();

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
    private readonly proxy: ProxyServer,
  ) {
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.on('data', (bytes: Buffer) => this.onRequest(bytes));
    far.on('data', (bytes: Buffer) => this.onReply(bytes));
    near.on('end', () => far.end());
    far.on('end', () => void this.leaving.then(() => near.end()));
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      end.on('error', () => other.destroy());
      end.on('close', () => void this.leaving.then(() => other.destroy()));
    }
  }

  cut(): void {
    this.near.resetAndDestroy();
    this.far.resetAndDestroy();
  }

  /** Also for whoever speaks first, and for a reply that is on its way. */
  lose(fault: Fault): void {
    this.fault = fault;
    this.isAsking = true;
  }

  private onRequest(bytes: Buffer): void {
    if (!this.isAsking) this.fault = this.proxy.meet(bytes);
    this.isAsking = true;
    const { mode } = this.fault;
    if (mode === 'reset') this.cut();
    else if (mode === 'instead') this.sayInstead();
    else if (mode === 'errorIn200') this.answerInstead(bytes, 200);
    else if (mode === 'error500') this.answerInstead(bytes, 500);
    else if (mode !== 'blackHole') this.far.write(bytes);
  }

  private onReply(bytes: Buffer): void {
    const { mode, ms = 200 } = this.fault;
    this.isAsking = false;
    if (mode === 'cutReply') this.cut();
    else if (mode === 'halfJson') this.spoil(bytes, halved);
    else if (mode === 'wrongCharset') this.spoil(bytes, misspelt);
    else if (mode === 'slowDrip') this.drip(bytes, ms);
    else if (mode !== 'blackHole') this.leave(bytes, mode === 'latency' ? ms : 0);
  }

  private sayInstead(): void {
    this.isAsking = false;
    this.near.write(this.fault.reply ?? Buffer.alloc(0));
  }

  private answerInstead(bytes: Buffer, status: 200 | 500): void {
    this.asked = Buffer.concat([this.asked, bytes]);
    const whole = wholeMessage(this.asked);
    if (!whole) return;
    this.asked = whole.rest;
    this.isAsking = false;
    this.near.write(troubled(status));
  }

  private spoil(bytes: Buffer, how: (whole: HttpMessage) => Buffer): void {
    this.answered = Buffer.concat([this.answered, bytes]);
    const whole = wholeMessage(this.answered);
    if (!whole) return;
    this.answered = whole.rest;
    this.near.write(how(whole));
  }

  private leave(bytes: Buffer, afterMs = 0): void {
    const due = afterMs > 0 ? pause(afterMs) : undefined;
    this.leaving = this.leaving.then(async () => {
      await due;
      this.near.write(bytes);
    });
  }

  private drip(bytes: Buffer, everyMs: number): void {
    this.leaving = this.leaving.then(async () => {
      for (let at = 0; at < bytes.length && !this.near.destroyed; at += 1) {
        await pause(everyMs);
        this.near.write(bytes.subarray(at, at + 1));
      }
    });
  }
}
