import { type DynamicModule, Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { ClsModule } from 'nestjs-cls';
import { DataSource } from 'typeorm';
import { Config } from '../config/config';
import type { EmbeddedLock } from './embedded-lock';
import { type OpenDatabase, openDatabase } from './open-database';
import type { Schema } from './schema';
import { Transactions } from './transactions';

/** The opened database, for whoever must know its lock or whether it still answers. Features use `Transactions`. */
@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(private readonly opened: OpenDatabase) {}

  get dataSource(): DataSource {
    return this.opened.dataSource;
  }

  get lock(): EmbeddedLock | undefined {
    return this.opened.lock;
  }

  /** Rejects when the database does not answer. */
  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened.close();
  }
}

@Global()
@Module({})
class DataSourceModule {
  static forRoot(schema: Schema): DynamicModule {
    return {
      module: DataSourceModule,
      providers: [
        {
          provide: Database,
          inject: [Config],
          useFactory: async (config: Config) => new Database(await openDatabase(config, schema)),
        },
        { provide: DataSource, inject: [Database], useFactory: (database: Database) => database.dataSource },
      ],
      exports: [Database, DataSource],
    };
  }
}

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(schema: Schema): DynamicModule {
    const dataSource = DataSourceModule.forRoot(schema);
    return {
      module: DatabaseModule,
      imports: [
        dataSource,
        ClsModule.forRoot({
          plugins: [
            new ClsPluginTransactional({
              imports: [dataSource],
              adapter: new TransactionalAdapterTypeOrm({ dataSourceToken: DataSource }),
            }),
          ],
        }),
      ],
      providers: [Transactions],
      exports: [Transactions],
    };
  }
}
