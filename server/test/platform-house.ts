import { Global, Module, type ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { AuditModule } from '../src/platform/audit/audit.module';
import { AuditChainLink } from '../src/platform/audit/audit-chain.entity';
import { AuditRow, auditReason } from '../src/platform/audit/audit-row.entity';
import { CreateAudit20261125100100 } from '../src/platform/audit/migrations/20261125100100-create-audit';
import { Clock } from '../src/platform/clock';
import { Config } from '../src/platform/config/config';
import { readConfig } from '../src/platform/config/read-config';
import { DatabaseModule } from '../src/platform/database/database.module';
import { openDatabase } from '../src/platform/database/open-database';
import type { Schema } from '../src/platform/database/schema';
import { Transactions } from '../src/platform/database/transactions';
import { IdempotencyModule } from '../src/platform/idempotency/idempotency.module';
import { IdempotencyKey, idempotencyAnswer } from '../src/platform/idempotency/idempotency-key.entity';
import { CreateIdempotencyKey20261125100200 } from '../src/platform/idempotency/migrations/20261125100200-create-idempotency-key';
import { CountReplays20261126172000 } from '../src/platform/idempotency/migrations/20261126172000-count-replays';
import { JobLease } from '../src/platform/jobs/job-lease.entity';
import { Jobs } from '../src/platform/jobs/jobs';
import { JobsModule } from '../src/platform/jobs/jobs.module';
import { CreateJobLease20261125100000 } from '../src/platform/jobs/migrations/20261125100000-create-job-lease';
import { AppLogger } from '../src/platform/logging/app-logger';
import { MetricsModule } from '../src/platform/metrics/metrics.module';
import { OperatorSocketModule } from '../src/platform/operator-socket/operator-socket.module';
import { SealingModule } from '../src/platform/sealing/sealing.module';
import { emptyDatabase, type TestDatabase } from './database';
import { teaHouse } from './tea-house';

/** The platform's own tables beside a made-up one: it must work for a product that is not this one. */
const ours: Schema = {
  entities: [...teaHouse.entities, JobLease, AuditRow, AuditChainLink, IdempotencyKey],
  migrations: [
    ...teaHouse.migrations,
    CreateJobLease20261125100000,
    CreateAudit20261125100100,
    CreateIdempotencyKey20261125100200,
    CountReplays20261126172000,
  ],
  sealed: [auditReason, idempotencyAnswer],
};

class JobsAtRest extends Jobs {
  override onApplicationBootstrap(): void {
    // a job that came round by itself would do what a test is about to show undone
  }
}

export interface PlatformOptions {
  /** Asked for the time when given. */
  readonly nowMs?: () => number;
  /** Whether jobs come round by themselves; else only when they are woken. */
  readonly jobsRun?: true;
  /** More tables. */
  readonly more?: Schema;
  /** More parts of the platform, and what they are told. */
  readonly parts?: Pick<ModuleMetadata, 'imports' | 'providers'>;
  readonly bureaus?: Config['bureaus'];
  /** Parts replaced by another of their kind. */
  readonly replaced?: readonly (readonly [abstract new (...args: never[]) => object, object])[];
}

/** What one server process has of the platform, without HTTP. */
export interface PlatformProcess {
  readonly module: TestingModule;
  readonly transactions: Transactions;
  readonly config: Config;
  stop(): Promise<void>;
}

/**
 * The platform as one process sees it, on the given database. Several may run at once on MySQL; on the
 * embedded database the second is refused, as in real life.
 */
export async function startPlatform(
  database: Pick<TestDatabase, 'config'>,
  options: PlatformOptions = {},
): Promise<PlatformProcess> {
  const { nowMs, more, jobsRun, parts, bureaus = {}, replaced = [] } = options;
  const { databaseUrl, dataDir } = database.config;
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  const opened = await openDatabase(config, {
    entities: [...ours.entities, ...(more?.entities ?? [])],
    migrations: [...ours.migrations, ...(more?.migrations ?? [])],
    sealed: [...(ours.sealed ?? []), ...(more?.sealed ?? [])],
  });
  const clock = nowMs ? Object.assign(new Clock(), { now: () => new Date(nowMs()) }) : new Clock();
  @Global()
  @Module({
    providers: [
      { provide: Config, useValue: { ...config, bureaus } },
      { provide: Clock, useValue: clock },
    ],
    exports: [Config, Clock],
  })
  class Surroundings {}
  const platform = [
    OperatorSocketModule,
    DatabaseModule.forRoot(opened),
    SealingModule.forRoot(config),
    AuditModule,
    JobsModule,
    IdempotencyModule,
    MetricsModule,
  ];
  const building = Test.createTestingModule({
    imports: [Surroundings, ...platform, ...(parts?.imports ?? [])],
    providers: parts?.providers ?? [],
  }).setLogger(new AppLogger('silent'));
  if (!jobsRun) building.overrideProvider(Jobs).useClass(JobsAtRest);
  for (const [part, instead] of replaced) building.overrideProvider(part).useValue(instead);
  const module = await building.compile();
  await module.init();
  return {
    module,
    config,
    transactions: module.get(Transactions),
    stop: () => module.close().finally(() => opened.close()),
  };
}

/** One process on an empty database of its own. */
export async function openPlatform(
  options: PlatformOptions = {},
): Promise<PlatformProcess & { readonly database: TestDatabase }> {
  const database = await emptyDatabase();
  const started = await startPlatform(database, options);
  return { ...started, database, stop: () => started.stop().finally(() => database.remove()) };
}
