import { errorText, jsonCopy } from './json';
import type { Reports } from './reports';

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;
type Level = (typeof LEVELS)[number];

interface AppErrorHooks {
  onError?: (message: string) => void;
  onUnhandledRejection?: (event: { reason: unknown }) => void;
}

/** The console of the logic layer, and the place every uncaught error ends. */
export class ServiceConsole {
  /** What modules of the app get as `console`. */
  readonly console: Console;
  private forwarding = false;
  private appHooks: () => AppErrorHooks | undefined = () => undefined;

  constructor(private readonly reports: Reports) {
    this.console = Object.create(window.console) as Console;
    for (const level of LEVELS) {
      this.console[level] = (...args: unknown[]) => this.write(level, args);
    }
    window.addEventListener('error', (event) => this.uncaught(event.error ?? event.message));
    window.addEventListener('unhandledrejection', (event) => this.unhandledRejection(event.reason));
    window.addEventListener('securitypolicyviolation', (event) => {
      if (!event.effectiveDirective.startsWith('script-src')) return;
      const what = event.blockedURI === 'eval' ? 'made from a string' : `of ${event.blockedURI}`;
      reports.problem({ kind: 'code-generation', message: `code ${what} at ${event.sourceFile}` });
    });
  }

  /** From now on console lines travel to the test (`App.logAdded`). */
  forwardLines(): void {
    this.forwarding = true;
  }

  watchApp(hooks: () => AppErrorHooks | undefined): void {
    this.appHooks = hooks;
  }

  /** Reports an uncaught error to the test and to the app's own `onError`. */
  uncaught(thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(errorText(thrown));
    window.console.error(error);
    this.reports.problem({ kind: 'exception', message: error.message, stack: error.stack ?? '' });
    this.reports.emit('App.exceptionThrown', { exception: { message: error.message, stack: error.stack } });
    try {
      this.appHooks()?.onError?.(`${error.message}\n${error.stack}`);
    } catch (second) {
      this.reports.problem({ kind: 'exception', message: `App.onError itself failed: ${errorText(second)}` });
    }
  }

  private unhandledRejection(reason: unknown): void {
    const message = `Unhandled rejection: ${errorText(reason)}`;
    const stack = reason instanceof Error ? (reason.stack ?? '') : '';
    this.appHooks()?.onUnhandledRejection?.({ reason });
    this.reports.problem({ kind: 'unhandled-rejection', message, stack });
    this.reports.emit('App.exceptionThrown', { exception: { message, stack } });
  }

  private write(level: Level, args: unknown[]): void {
    window.console[level](...args);
    if (level === 'error') this.reports.problem({ kind: 'console.error', message: args.map(printable).join(' ') });
    if (this.forwarding) this.reports.emit('App.logAdded', { type: level, args: args.map(sendable) });
  }
}

function printable(value: unknown): string {
  return value instanceof Error ? (value.stack ?? value.message) : String(sendable(value));
}

function sendable(value: unknown): unknown {
  if (value instanceof Error) return value.stack;
  try {
    return jsonCopy(value);
  } catch {
    return String(value);
  }
}
