import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { ClsModule } from 'nestjs-cls';
import { DataSource } from 'typeorm';
import type { SealedColumn } from '../sealing/sealed-column';
import { DurabilityCheck } from './durability';
import type { EmbeddedLock } from './embedded-lock';
import type { OpenDatabase } from './open-database';
import { Transactions } from './transactions';

/** The opened database, for whoever must know its lock or whether it still answers. Features use `Transactions`. */
export class Database {
  constructor(private readonly opened: OpenDatabase) {}

  get dataSource(): DataSource {
    return this.opened.dataSource;
  }

  get lock(): EmbeddedLock | undefined {
    return this.opened.lock;
  }

  get sealedColumns(): readonly SealedColumn[] {
    return this.opened.sealedColumns;
  }

  isAppendOnly(table: string): boolean {
    return this.opened.appendOnly.some((each) => each.table === table);
  }

  /** Connections that are open now, how often somebody had to wait for one and held one long; a file needs none. */
  get connections() {
    const { watch } = this.opened;
    return watch && { answers: watch.answers, open: watch.inUse, waits: watch.waits, longHolds: watch.longHolds };
  }

  /** Rejects when the database does not answer. */
  async ping(): Promise<void> {
    const { watch } = this.opened;
    if (watch) await watch.ping();
    else await this.dataSource.query('SELECT 1');
  }
}

@Global()
@Module({})
class DataSourceModule {
  static forRoot(opened: OpenDatabase): DynamicModule {
    return {
      module: DataSourceModule,
      providers: [
        { provide: Database, useValue: new Database(opened) },
        { provide: DataSource, useValue: opened.dataSource },
      ],
      exports: [Database, DataSource],
    };
  }
}

@Global()
@Module({})
export class DatabaseModule {
  /** @param opened by whoever starts the application; it is closed by whoever opened it. */
  static forRoot(opened: OpenDatabase): DynamicModule {
    const dataSource = DataSourceModule.forRoot(opened);
    return {
      module: DatabaseModule,
      imports: [
        dataSource,
        // not `forRoot`: that puts a guard and an interceptor of its own before every request, for a context no request has
        ClsModule.registerPlugins([
          new ClsPluginTransactional({
            imports: [dataSource],
            adapter: new TransactionalAdapterTypeOrm({ dataSourceToken: DataSource }),
          }),
        ]),
      ],
      providers: [Transactions, DurabilityCheck],
      exports: [Transactions],
    };
  }
}
