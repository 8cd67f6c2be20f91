import { jsonCopy } from './json';
import type { NativeCall, Problem, SetDataCall } from './problem';

/** What happened since the last reset, and the way out to Node. */
export class Reports {
  readonly setData: SetDataCall[] = [];
  readonly native: NativeCall[] = [];
  readonly wxCalls: string[] = [];
  private readonly missing = new Set<string>();

  /** Sends an automator event (`App.logAdded` …) or one of the host's own to Node. */
  emit(method: string, params: unknown): void {
    window.__hostEmit(JSON.stringify({ method, params }));
  }

  problem(problem: Problem): void {
    this.emit('Host.problemFound', problem);
  }

  /** A built-in, or a property of one, that does nothing here: once for each run of the app. */
  missingComponent(what: string): void {
    if (this.missing.has(what)) return;
    this.missing.add(what);
    this.problem({ kind: 'unimplemented-component', message: `${what} does nothing in the headless host` });
  }

  recordNative(api: string, options: unknown): void {
    this.native.push({ api, options: jsonCopy(options) });
  }

  reset(): void {
    this.setData.length = 0;
    this.native.length = 0;
    this.wxCalls.length = 0;
  }
}
