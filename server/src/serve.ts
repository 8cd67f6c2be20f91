import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { AppModule } from './app.module';
import type { Config } from './platform/config/config';
import { type OpenDatabase, openDatabase } from './platform/database/open-database';
import { createHttpApp } from './platform/http/create-http-app';
import { internalServer } from './platform/http/internal-server';
import { listen } from './platform/http/listen';
import { RequestMetrics } from './platform/http/request-metrics';
import { AppLogger } from './platform/logging/app-logger';
import { Gauges } from './platform/metrics/gauges';
import { schema } from './schema';

/** Requests that are still being answered when a stop is asked for get this long. */
const DRAIN_MS = 1500;

export interface RunningServer {
  readonly app: NestFastifyApplication;
  /** Where it answers, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Finishes what is being answered, then lets go of ports, database and lock. */
  stop(): Promise<void>;
}

/**
 * Opens the database, brings schema and reference data up to date and listens.
 * @throws PortTakenError naming PORT or INTERNAL_PORT; DataDirInUseError; Error naming routes without a policy.
 */
export async function serve(config: Config, logDestination?: DestinationStream): Promise<RunningServer> {
  const database = await openDatabase(config, schema);
  try {
    return await serveFrom(database, config, new AppLogger(config.logLevel, logDestination));
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serveFrom(database: OpenDatabase, config: Config, logger: AppLogger): Promise<RunningServer> {
  const app = await createHttpApp(AppModule.forRoot(config, database), config, logger);
  const internal = internalServer(app.get(RequestMetrics), app.get(Gauges));
  try {
    const port = await listen(app.getHttpServer(), config.port, config.host, 'PORT');
    if (config.internalPort !== undefined) await listen(internal, config.internalPort, config.host, 'INTERNAL_PORT');
    const stop = () => closeAll(app, internal).finally(() => database.close());
    return { app, url: `http://${config.host}:${port}`, stop };
  } catch (error) {
    await closeAll(app, internal);
    throw error;
  }
}

async function closeAll(app: NestFastifyApplication, internal: Server): Promise<void> {
  internal.close();
  internal.closeAllConnections();
  const server: Server = app.getHttpServer();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await app.close().finally(() => clearTimeout(cut));
}
