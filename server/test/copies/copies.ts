import { setTimeout as pause } from 'node:timers/promises';
import { type Child, SHIPPED, start } from '../child';

/** How a copy went when it was told to. */
export interface Leaving {
  readonly code: number | null;
  readonly ms: number;
}

const GONE_WITHIN_MS = 20_000;

/** The product's own servers, each a process of its own at a port the proxy knows. */
export class Copies {
  private readonly children: (Child | undefined)[];
  /** What those said before that were started anew. */
  private before = '';

  constructor(
    readonly ports: readonly number[],
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.children = ports.map(() => undefined);
  }

  get urls(): readonly string[] {
    return this.ports.map((port) => `http://127.0.0.1:${port}`);
  }

  /** Every line of every copy. */
  get logs(): string {
    return this.before + this.children.map((child) => child?.said() ?? '').join('');
  }

  async start(): Promise<void> {
    // one after the other, as a release does
    for (const at of this.ports.keys()) await this.startOne(at);
  }

  async startOne(at: number): Promise<void> {
    const child = start(SHIPPED, [], { ...this.env, PORT: String(this.ports[at]) });
    this.children[at] = child;
    await child.says('ready at ');
  }

  /** Asks it to go, as whoever rolls out a release does, and waits until it has. */
  async term(at: number): Promise<Leaving> {
    const child = this.children[at];
    if (!child) throw new Error(`no copy ${at}`);
    const beganMs = performance.now();
    child.process.kill('SIGTERM');
    const code = await Promise.race([child.ends(), pause(GONE_WITHIN_MS, null, { ref: false })]);
    child.process.kill('SIGKILL');
    await child.ends();
    this.before += child.said();
    return { code, ms: Math.round(performance.now() - beganMs) };
  }

  async stop(): Promise<void> {
    for (const child of this.children) child?.process.kill('SIGKILL');
    await Promise.all(this.children.map((child) => child?.ends()));
  }
}
