import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { DestinationStream } from 'pino';
import { Clock } from './clock';
import { Config } from './config/config';
import { DataVersions } from './database/data-versions';
import { DatabaseModule } from './database/database.module';
import type { Schema } from './database/schema';
import { HealthModule } from './health/health.module';
import { HttpModule } from './http/http.module';
import { LoggingModule } from './logging/logging.module';
import { OperatorSocketModule } from './operator-socket/operator-socket.module';

/** What every feature may rely on. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, schema: Schema, logDestination?: DestinationStream): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggingModule.forRoot(config, logDestination),
        DatabaseModule.forRoot(schema),
        HttpModule,
        HealthModule,
        OperatorSocketModule,
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: new Clock(config.clockAtMs) },
        DataVersions,
      ],
      exports: [Config, Clock, DataVersions],
    };
  }
}
