import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { AppModule } from './app.module';
import { mustAppend } from './platform/config/append-only-files';
import type { Config } from './platform/config/config';
import { mustOnlyServe } from './platform/database/accounts/serving-account';
import { type OpenDatabase, openDatabase } from './platform/database/open-database';
import { Readiness } from './platform/health/readiness';
import { createHttpApp } from './platform/http/create-http-app';
import { internalServer } from './platform/http/internal-server';
import { listen } from './platform/http/listen';
import { RequestMetrics } from './platform/http/request-metrics';
import { AppLogger } from './platform/logging/app-logger';
import { Gauges } from './platform/metrics/gauges';
import { schema } from './schema';

/** Requests that are still being answered when no more are taken get this long. */
const DRAIN_MS = 3000;

export interface RunningServer {
  readonly app: NestFastifyApplication;
  /** Where it answers, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /**
   * Says at /readyz that it is leaving, serves on for a while and ends each connection with its reply; then takes no more,
   * finishes what is being answered, gives back the relay's leases, and lets go of ports, database and lock.
   */
  stop(): Promise<void>;
}

/**
 * Opens the database, brings reference data up to date, and the schema where no command does, and listens.
 * @throws PortTakenError naming PORT or INTERNAL_PORT; DataDirInUseError; SchemaBehindError; AppendOnlyFilesError
 * and RightsBeyondServingError in production; Error naming routes without a policy.
 */
export async function serve(config: Config, logDestination?: DestinationStream): Promise<RunningServer> {
  if (config.environment === 'production') mustAppend(config);
  const database = await openDatabase(config, schema);
  try {
    const { dataSource, appendOnly } = database;
    if (config.environment === 'production') await mustOnlyServe(dataSource, appendOnly);
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
    const stop = async () => {
      await takeLeave(app, config.stopNoticeMs);
      await closeAll(app, internal).finally(() => database.close());
    };
    return { app, url: `http://${config.host}:${port}`, stop };
  } catch (error) {
    await closeAll(app, internal);
    throw error;
  }
}

async function closeAll(app: NestFastifyApplication, internal: Server): Promise<void> {
  await answered(app.getHttpServer());
  await app.close();
  internal.close();
  internal.closeAllConnections();
}

/** Whoever comes is served all the same: it takes a moment until the last one has heard. */
async function takeLeave(app: NestFastifyApplication, noticeMs: number): Promise<void> {
  app.get(Readiness).leave();
  const server: Server = app.getHttpServer();
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  if (noticeMs > 0) await pause(noticeMs);
}

/** Takes no more, and waits for those that are being answered, but not for ever. */
async function answered(server: Server): Promise<void> {
  if (!server.listening) return;
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await new Promise((resolve) => server.close(resolve)).finally(() => clearTimeout(cut));
}
