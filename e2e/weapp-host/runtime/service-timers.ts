import type { Reports } from './reports';

type Callback = (...args: unknown[]) => void;

/** The timers of the logic layer. They keep still while the phone has the app suspended, and catch up afterwards. */
export class ServiceTimers {
  private suspended = false;
  /** Timers that came due meanwhile, oldest first; an interval once, however often it would have run. */
  private readonly due = new Map<number, () => void>();

  constructor(private readonly reports: Reports) {}

  readonly functions = {
    setTimeout: (callback: unknown, delay?: number, ...rest: unknown[]): number => {
      const run = this.callable('setTimeout', callback, rest);
      const id: number = window.setTimeout(() => this.fire(id, run), delay);
      return id;
    },
    setInterval: (callback: unknown, delay?: number, ...rest: unknown[]): number => {
      const run = this.callable('setInterval', callback, rest);
      const id: number = window.setInterval(() => this.fire(id, run), delay);
      return id;
    },
    clearTimeout: (id?: number): void => this.clear(id),
    clearInterval: (id?: number): void => this.clear(id),
  };

  suspend(): void {
    this.suspended = true;
  }

  resume(): void {
    this.suspended = false;
    const due = [...this.due.values()];
    this.due.clear();
    for (const run of due) window.setTimeout(run);
  }

  private fire(id: number, run: () => void): void {
    if (this.suspended) this.due.set(id, run);
    else run();
  }

  private clear(id?: number): void {
    window.clearTimeout(id);
    if (id !== undefined) this.due.delete(id);
  }

  /** A text would be code made at run time; called without `this`, which a browser would make its window. */
  private callable(name: string, callback: unknown, rest: readonly unknown[]): () => void {
    if (typeof callback === 'function') return () => (callback as Callback).apply(undefined, [...rest]);
    const message = `"${name}" expects a function as first argument but got ${typeof callback}.`;
    if (typeof callback === 'string') this.reports.problem({ kind: 'code-generation', message });
    throw new TypeError(message);
  }
}
