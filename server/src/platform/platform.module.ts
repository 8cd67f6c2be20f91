import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AddressLimitModule } from './address-limit/address-limit.module';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { BlobsModule } from './blobs/blobs.module';
import { BureauHttpModule } from './bureau-http/bureau-http.module';
import { Clock } from './clock';
import { ClockWatch } from './clock-watch/clock-watch';
import { Config } from './config/config';
import { DataVersions } from './database/data-versions';
import { DatabaseModule } from './database/database.module';
import type { OpenDatabase } from './database/open-database';
import { HealthModule } from './health/health.module';
import { HttpModule } from './http/http.module';
import { IdempotencyModule } from './idempotency/idempotency.module';
import { InboxModule } from './inbox/inbox.module';
import { IntegrityModule } from './integrity/integrity.module';
import { JobsModule } from './jobs/jobs.module';
import { MetricsModule } from './metrics/metrics.module';
import { OperatorSocketModule } from './operator-socket/operator-socket.module';
import { OutboxModule } from './outbox/outbox.module';
import { KeysModule } from './sealing/keys.module';
import { SealingModule } from './sealing/sealing.module';
import { SignedRowsModule } from './signed-rows/signed-rows.module';

/** What every feature may rely on. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, database: OpenDatabase): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DatabaseModule.forRoot(database),
        SealingModule.forRoot(config),
        BlobsModule,
        AuditModule,
        AuthModule,
        JobsModule,
        KeysModule,
        AddressLimitModule,
        IdempotencyModule,
        HttpModule,
        HealthModule,
        OperatorSocketModule,
        IntegrityModule,
        SignedRowsModule,
        MetricsModule,
        BureauHttpModule,
        OutboxModule,
        InboxModule,
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: new Clock(config.clockAtMs) },
        ClockWatch,
        DataVersions,
      ],
      exports: [Config, Clock, DataVersions],
    };
  }
}
