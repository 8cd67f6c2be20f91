import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/config';
import { traceOf } from '../http/problem.filter';

/** What the framework says about itself at every start; nobody looks for it. A failed start is said by `main.ts`. */
const CHATTER = new Set([
  'InstanceLoader',
  'RouterExplorer',
  'RoutesResolver',
  'NestFactory',
  'NestApplication',
  'ExceptionHandler',
]);

/**
 * One JSON line an event on standard output. Takes a sentence or an object of chosen fields; of an error it writes the
 * kind and the place, not the message, which may quote what a resident typed.
 */
export class AppLogger implements LoggerService {
  private readonly pino: Logger;
  private readonly contexts = new Map<string, Logger>();

  constructor(level: LogLevel, destination?: DestinationStream) {
    const options = {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(level: Exclude<LogLevel, 'silent'>, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && CHATTER.has(context)) return;
    const logger = typeof context === 'string' ? this.named(context) : this.pino;
    if (message instanceof Error) logger[level](traceOf(message));
    else if (typeof message === 'object' && message !== null) logger[level](message);
    else logger[level](String(message));
  }

  /** Writes the name once and for all: a line a request is a good part of what the quickest answers cost. */
  private named(context: string): Logger {
    const known = this.contexts.get(context);
    if (known) return known;
    const logger = this.pino.child({ context });
    this.contexts.set(context, logger);
    return logger;
  }
}
