import {
  Body,
  Controller,
  type DynamicModule,
  Global,
  HttpCode,
  Injectable,
  Module,
  Param,
  Post,
  type Provider,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsInt, IsString } from 'class-validator';
import { CurrentResident, type Resident } from '../src/platform/auth/current';
import { SessionCheck } from '../src/platform/auth/session-check.port';
import { readConfig } from '../src/platform/config/read-config';
import { openDatabase } from '../src/platform/database/open-database';
import { Transactions } from '../src/platform/database/transactions';
import { Access } from '../src/platform/http/access';
import { createHttpApp } from '../src/platform/http/create-http-app';
import { listen } from '../src/platform/http/listen';
import { Owned, OwnershipCheck } from '../src/platform/http/owned';
import { Problem } from '../src/platform/http/problem';
import { Idempotent } from '../src/platform/idempotency/idempotent';
import { AppLogger } from '../src/platform/logging/app-logger';
import { PlatformModule } from '../src/platform/platform.module';
import { schema } from '../src/schema';
import type { TestDatabase } from './database';
import { TeaCup, teaHouse } from './tea-house';

class OrderDto {
  @IsString()
  tea!: string;

  @IsInt()
  sips!: number;
}

/** Says `Bearer guest-1` is guest 1. */
@Injectable()
class GuestList extends SessionCheck {
  read(token: string): Resident | undefined {
    return token.startsWith('guest-') ? { accountId: token, sessionId: token } : undefined;
  }

  async runs(): Promise<boolean> {
    return true;
  }
}

/** Every guest owns the table of their own name, as long as nobody takes it away. */
@Injectable()
export class Tables extends OwnershipCheck {
  readonly kind = 'table';
  /** Taken away at the moment their guest has been let in. */
  readonly takenBehind = new Set<string>();
  private readonly taken = new Set<string>();

  async owns(resident: Resident, id: string): Promise<boolean> {
    if (this.taken.has(id)) return false;
    if (this.takenBehind.delete(id)) this.taken.add(id);
    return id === resident.accountId;
  }
}

@Controller('tables')
class TeaController {
  constructor(private readonly transactions: Transactions) {}

  @Post(':id/orders')
  @HttpCode(202)
  @Access('resident')
  @Owned('table')
  @Idempotent()
  async order(@Param('id') id: string, @Body() order: OrderDto, @CurrentResident() guest: Resident): Promise<unknown> {
    const cup = crypto.randomUUID();
    await this.transactions.manager.insert(TeaCup, { id: cup, label: null, sips: order.sips });
    if (order.tea === 'sold out') throw new Problem(409, 'tea.sold-out', '卖完了。');
    if (order.tea === 'spilt') throw new Error('spilt');
    return { cup, id, guest: guest.accountId, tea: order.tea };
  }
}

@Global()
@Module({ providers: [{ provide: SessionCheck, useClass: GuestList }], exports: [SessionCheck] })
class GuestsModule {}

@Module({ controllers: [TeaController], providers: [Tables] })
class TeaModule {}

@Module({})
class TeaHouseModule {}

export interface TeaHouseServer {
  readonly app: NestFastifyApplication;
  readonly url: string;
  stop(): Promise<void>;
}

export interface TeaHouseServerOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** More of the made-up feature. */
  readonly providers?: readonly Provider[];
  /** Told every log line. */
  readonly log?: (line: string) => void;
}

/** The platform under HTTP with a made-up feature. */
export async function startTeaHouseServer(
  database: Pick<TestDatabase, 'config'>,
  { env: more = {}, providers = [], log }: TeaHouseServerOptions = {},
): Promise<TeaHouseServer> {
  const { databaseUrl, dataDir } = database.config;
  const own = { NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  const config = readConfig({ ...own, ...more });
  const opened = await openDatabase(config, {
    ...schema,
    entities: [...schema.entities, ...teaHouse.entities],
    migrations: [...schema.migrations, ...teaHouse.migrations],
  });
  const module: DynamicModule = {
    module: TeaHouseModule,
    imports: [PlatformModule.forRoot(config, opened), GuestsModule, TeaModule],
    providers: [...providers],
  };
  const app = await createHttpApp(
    module,
    config,
    log ? new AppLogger('info', { write: log }) : new AppLogger('silent'),
  );
  const port = await listen(app.getHttpServer(), 0, '127.0.0.1', 'PORT');
  return { app, url: `http://127.0.0.1:${port}`, stop: () => app.close().finally(() => opened.close()) };
}
