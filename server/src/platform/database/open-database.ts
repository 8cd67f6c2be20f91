import { join } from 'node:path';
import type { ConnectionOptions } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, MigrationExecutor } from 'typeorm';
import { type Config } from '../config/config';
import { databaseUrls } from '../config/database-urls';
import { sealMigrationsOf } from '../sealing/migration-sealing';
import type { SealedColumn } from '../sealing/sealed-column';
import type { AppendOnly } from './accounts/append-only';
import { mustBeMigrated, notYetOurs } from './accounts/schema-behind';
import { DatabaseWatch } from './database-watch';
import { EmbeddedLock } from './embedded-lock';
import { serialiseEmbedded } from './embedded-query-runner';
import { LibsqlDriver } from './libsql-driver';
import { WriterWatch } from './nodes/writer-watch';
import type { Schema } from './schema';

/** How long a starting process waits for another one that is migrating the same MySQL. */
const MIGRATION_LOCK_SECONDS = 60;
/** How long a migration waits for a table others are using. */
const TABLE_LOCK_SECONDS = 5;

export interface OpenDatabase {
  readonly dataSource: DataSource;
  /** The lock on the embedded database's folder; none on MySQL. */
  readonly lock?: EmbeddedLock;
  readonly sealedColumns: readonly SealedColumn[];
  readonly appendOnly: readonly AppendOnly[];
  /** The migrations that were run just now, by name. */
  readonly migrated: readonly string[];
  /** Knows whether it answers; none on the embedded one, which is a file. */
  readonly watch?: DatabaseWatch;
  close(): Promise<void>;
}

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir'> &
  Partial<Pick<Config, 'dataKeysFile' | 'environment' | 'migrates'>>;

/**
 * Opens MySQL when there is a DATABASE_URL, else the embedded database in DATA_DIR, and brings its schema up to date; on
 * MySQL with `migrates: 'apart'` it only looks whether it is.
 * @throws DataDirInUseError when another process has the folder; SchemaBehindError
 */
export async function openDatabase(config: DatabaseConfig, schema: Schema): Promise<OpenDatabase> {
  return config.databaseUrl === undefined ? openEmbedded(config, schema) : openMysql(config, schema);
}

/** The options of both databases. Exported so that a test can compare the schemas they lead to. */
export function dataSourceOptions(config: DatabaseConfig, schema: Schema): DataSourceOptions {
  const both = {
    entities: [...schema.entities],
    migrations: [...schema.migrations],
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
    logging: false,
  };
  if (config.databaseUrl === undefined) {
    const database = join(config.dataDir, 'jinmen.db');
    return { ...both, type: 'better-sqlite3', driver: LibsqlDriver, database, enableWAL: true, timeout: 5000 };
  }
  return {
    ...both,
    type: 'mysql',
    url: config.databaseUrl,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    // whoever waited for a row sees what was committed meanwhile also where they read without a lock
    isolationLevel: 'READ COMMITTED',
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: 5000,
    poolSize: 20,
    extra: { enableKeepAlive: true },
  };
}

/** Knows where its keys are, in case a migration has personal data to carry over. */
function newDataSource(
  config: DatabaseConfig,
  schema: Schema,
  options = dataSourceOptions(config, schema),
): DataSource {
  const dataSource = new DataSource(options);
  const { dataKeysFile = join(config.dataDir, 'keys.json'), environment } = config;
  sealMigrationsOf(dataSource, { file: dataKeysFile, makeIfAbsent: environment !== 'production' });
  return dataSource;
}

async function openEmbedded(config: DatabaseConfig, schema: Schema): Promise<OpenDatabase> {
  const { dataDir } = config;
  const lock = EmbeddedLock.acquire(dataDir);
  try {
    const dataSource = newDataSource(config, schema);
    serialiseEmbedded(dataSource);
    await dataSource.initialize();
    const migrated = await dataSource.runMigrations();
    // what a migration removed must not go on standing in the file until the log happens to be written back
    if (migrated.length > 0) await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const close = () => dataSource.destroy().finally(() => lock.release());
    return { dataSource, lock, ...partsOf(schema), migrated: migrated.map(({ name }) => name), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** One server, or several nodes of a cluster of which one is written to. */
async function openMysql(config: DatabaseConfig, schema: Schema): Promise<OpenDatabase> {
  const urls = databaseUrls(config.databaseUrl ?? '') ?? [];
  const [uri = ''] = urls;
  const { migrates = 'itself' } = config;
  if (urls.length < 2) return openServer(newDataSource(config, schema), schema, { uri }, migrates);
  const watch = new WriterWatch(urls);
  await watch.start();
  const options = dataSourceOptions({ ...config, databaseUrl: urls[0] as string }, schema);
  Object.assign(options, { extra: { stream: () => watch.connect() } });
  try {
    const probe = { uri, stream: () => watch.connect() };
    const opened = await openServer(newDataSource(config, schema, options), schema, probe, migrates);
    return { ...opened, close: () => opened.close().finally(() => watch.stop()) };
  } catch (error) {
    watch.stop();
    throw error;
  }
}

async function openServer(
  dataSource: DataSource,
  schema: Schema,
  probe: ConnectionOptions,
  migrates: Config['migrates'],
): Promise<OpenDatabase> {
  await dataSource.initialize().catch((error: unknown) => {
    throw migrates === 'apart' ? notYetOurs(error) : error;
  });
  let migrated: readonly string[] = [];
  try {
    if (migrates === 'apart') await mustBeMigrated(dataSource);
    else migrated = await migrateAlone(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  const watch = new DatabaseWatch(dataSource, probe);
  const close = () => {
    watch.stop();
    return dataSource.destroy();
  };
  return { dataSource, ...partsOf(schema), migrated, watch, close };
}

function partsOf({ sealed = [], appendOnly = [] }: Schema): Pick<OpenDatabase, 'sealedColumns' | 'appendOnly'> {
  return { sealedColumns: sealed, appendOnly };
}

/**
 * Several processes may start at once; MySQL commits each DDL by itself, so only one of them may migrate. The lock is the
 * server's own: of a cluster no other node knows of it, which is well as long as all processes write to one.
 */
async function migrateAlone(dataSource: DataSource): Promise<readonly string[]> {
  const guard = dataSource.createQueryRunner();
  const name = `jinmen-migrate-${dataSource.driver.database ?? ''}`.slice(0, 64);
  try {
    const rows: { got: unknown }[] = await guard.query('SELECT GET_LOCK(?, ?) AS got', [name, MIGRATION_LOCK_SECONDS]);
    if (Number(rows[0]?.got) !== 1) {
      throw new Error(`another process has been migrating this database for more than ${MIGRATION_LOCK_SECONDS} s`);
    }
    // whoever cannot have a table at once gives up, or everybody who reads it would wait behind them
    await guard.query('SET SESSION lock_wait_timeout = ?', [TABLE_LOCK_SECONDS]);
    const executor = new MigrationExecutor(dataSource, guard);
    executor.transaction = 'each';
    const migrated = await executor.executePendingMigrations();
    await guard.query('SET SESSION lock_wait_timeout = DEFAULT');
    await guard.query('SELECT RELEASE_LOCK(?)', [name]);
    return migrated.map((migration) => migration.name);
  } finally {
    await guard.release();
  }
}
