import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type Config } from '../config/config';
import { sealMigrationsOf } from '../sealing/migration-sealing';
import type { SealedColumn } from '../sealing/sealed-column';
import { EmbeddedLock } from './embedded-lock';
import { serialiseEmbedded } from './embedded-query-runner';
import { LibsqlDriver } from './libsql-driver';
import type { Schema } from './schema';

/** How long a starting process waits for another one that is migrating the same MySQL. */
const MIGRATION_LOCK_SECONDS = 60;

export interface OpenDatabase {
  readonly dataSource: DataSource;
  /** The lock on the embedded database's folder; none on MySQL. */
  readonly lock?: EmbeddedLock;
  readonly sealedColumns: readonly SealedColumn[];
  close(): Promise<void>;
}

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir'> & Partial<Pick<Config, 'dataKeysFile' | 'environment'>>;

/**
 * Opens MySQL when there is a DATABASE_URL, else the embedded database in DATA_DIR, and brings its schema up to date.
 * @throws DataDirInUseError when another process has the folder.
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
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: 5000,
    poolSize: 20,
    extra: { enableKeepAlive: true },
  };
}

/** Knows where its keys are, in case a migration has personal data to carry over. */
function newDataSource(config: DatabaseConfig, schema: Schema): DataSource {
  const dataSource = new DataSource(dataSourceOptions(config, schema));
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
    const sealedColumns = schema.sealed ?? [];
    return { dataSource, lock, sealedColumns, close: () => dataSource.destroy().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openMysql(config: DatabaseConfig, schema: Schema): Promise<OpenDatabase> {
  const dataSource = newDataSource(config, schema);
  await dataSource.initialize();
  try {
    await migrateAlone(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return { dataSource, sealedColumns: schema.sealed ?? [], close: () => dataSource.destroy() };
}

/** Several processes may start at once; MySQL commits each DDL by itself, so only one of them may migrate. */
async function migrateAlone(dataSource: DataSource): Promise<void> {
  const guard = dataSource.createQueryRunner();
  const name = `jinmen-migrate-${dataSource.driver.database ?? ''}`.slice(0, 64);
  try {
    const rows: { got: unknown }[] = await guard.query('SELECT GET_LOCK(?, ?) AS got', [name, MIGRATION_LOCK_SECONDS]);
    if (Number(rows[0]?.got) !== 1) {
      throw new Error(`another process has been migrating this database for more than ${MIGRATION_LOCK_SECONDS} s`);
    }
    await dataSource.runMigrations();
    await guard.query('SELECT RELEASE_LOCK(?)', [name]);
  } finally {
    await guard.release();
  }
}
