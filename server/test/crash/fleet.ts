import { setTimeout as pause } from 'node:timers/promises';
import { type Child, start } from '../child';
import type { Dice } from './dice';

/** A server may be started while the database is down; whoever watches over it starts it again. */
const BOOT_TRIES = 60;

interface Berth {
  readonly env: Readonly<Record<string, string>>;
  child?: Child;
  /** Where it answers; none while it does not. */
  url?: string;
  meant: boolean;
}

/** The product's own servers (`main.ts`, nothing played) on one database, each in a process of its own. */
export class Fleet {
  private readonly berths: Berth[];
  private readonly boots = new Set<Promise<void>>();
  private stopped = false;
  kills = 0;
  /** What those said last that ended by themselves once they were ready. There should be none. */
  readonly diedAlone: string[] = [];
  /** Errors that became a 5xx, as the log has them, with how often. */
  readonly logged = new Map<string, number>();

  /** @param preload a source that each loads before anything else. */
  constructor(
    size: number,
    envOf: (at: number) => Readonly<Record<string, string>>,
    private readonly preload?: string,
  ) {
    this.berths = Array.from({ length: size }, (_, at) => ({ env: envOf(at), meant: false }));
  }

  /** Of those that are ready now. */
  get urls(): readonly string[] {
    return this.berths.flatMap(({ url }) => (url === undefined ? [] : [url]));
  }

  async start(): Promise<void> {
    await Promise.all(this.berths.map((berth) => this.boot(berth)));
  }

  /** One of those that are ready, with SIGKILL; it is started again meanwhile. False when none is ready. */
  async kill(dice: Dice): Promise<boolean> {
    const ready = this.berths.filter(({ url }) => url !== undefined);
    if (ready.length === 0) return false;
    const berth = dice.one(ready);
    await this.end(berth);
    this.kills += 1;
    const boot = this.boot(berth);
    this.boots.add(boot);
    boot.then(
      () => this.boots.delete(boot),
      () => undefined,
    );
    return true;
  }

  /** Until every server that was killed is there again. */
  async whole(): Promise<void> {
    await Promise.all(this.boots);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.berths.map((berth) => this.end(berth)));
    await Promise.allSettled(this.boots);
  }

  private async end(berth: Berth): Promise<void> {
    berth.meant = true;
    delete berth.url;
    berth.child?.process.kill('SIGKILL');
    await berth.child?.ends();
    for (const each of errorsIn(berth.child?.said() ?? '')) this.logged.set(each, (this.logged.get(each) ?? 0) + 1);
  }

  private async boot(berth: Berth): Promise<void> {
    for (let tries = 0; !this.stopped; tries += 1) {
      const child = start('src/main.ts', [], berth.env, this.preload);
      berth.child = child;
      berth.meant = false;
      try {
        await child.says('ready at ');
      } catch (error) {
        if (this.stopped) return;
        if (tries === BOOT_TRIES) throw error;
        await pause(200);
        continue;
      }
      berth.url = /ready at (\S+)/.exec(child.said())?.[1] ?? '';
      void child.ends().then(() => {
        if (berth.child !== child || berth.meant) return;
        delete berth.url;
        this.diedAlone.push(child.said().slice(-1000));
      });
      return;
    }
  }
}

/** Each error that became a 5xx: its status, name and code, and where it was thrown. */
function errorsIn(log: string): readonly string[] {
  const lines = log.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}') && line.includes('"at":'));
  return lines.flatMap((line) => {
    const {
      status,
      error,
      code = '',
      at = [],
    } = JSON.parse(line) as {
      readonly status?: number;
      readonly error?: string;
      readonly code?: string;
      readonly at?: readonly string[];
    };
    const ours = at.filter((frame) => !frame.includes('node_modules') && !frame.includes('node:')).slice(0, 3);
    return status === undefined ? [] : [`${status} ${error} ${code} ${ours.join(' | ')}`];
  });
}
