import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import pino, { type DestinationStream } from 'pino';
import type { Config } from '../config/config';
import { AppLogger } from './app-logger';

/**
 * One JSON line an event on standard output. The request line is written by `platform/http/request-log.ts` from an
 * allow-list; pino's own request logging, which would write URLs and headers, is not installed on any route.
 */
@Module({})
export class LoggingModule {
  static forRoot(config: Config, destination?: DestinationStream): DynamicModule {
    const options = {
      level: config.logLevel,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    const logger = destination ? pino(options, destination) : pino(options);
    return {
      module: LoggingModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { logger, autoLogging: false }, forRoutes: [] })],
      providers: [AppLogger],
      exports: [AppLogger],
    };
  }
}
