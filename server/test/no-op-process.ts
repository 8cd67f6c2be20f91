import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { AppModule } from '../src/app.module';
import { readConfig } from '../src/platform/config/read-config';
import { openDatabase } from '../src/platform/database/open-database';
import { createHttpApp } from '../src/platform/http/create-http-app';
import { listen } from '../src/platform/http/listen';
import { AppLogger } from '../src/platform/logging/app-logger';
import { schema } from '../src/schema';
import { manySessions } from './many-sessions';
import { NoOpModule } from './no-op-routes';
import { openNothing } from './server';

/**
 * The whole server with the no-op routes beside it, in a process of its own, to be measured. `DATA_DIR`,
 * `DATABASE_URL`; with `RESIDENTS=10000` and `RESIDENTS_FILE` as many are signed in before it says that it is ready, and
 * the file gets `[{accountId, accessToken}]`. A token is good for a quarter of an hour.
 */
async function main(): Promise<void> {
  const config = readConfig({ OPENINGS: 'off', LOG_LEVEL: 'info', ...process.env, NODE_ENV: 'test', PORT: '0' });
  const opened = await openDatabase(config, schema);
  const root = { module: NoOpModule, imports: [AppModule.forRoot(config, opened)] };
  // the lines are written out as ever, and thrown away
  const logger = new AppLogger(config.logLevel, { write: () => undefined });
  const app = await createHttpApp(root, config, logger);
  openNothing({ app });
  const { RESIDENTS: residents, RESIDENTS_FILE: file } = process.env;
  if (file) writeFileSync(file, JSON.stringify(await manySessions({ app }, Number(residents ?? 1))));
  const port = await listen(app.getHttpServer(), 0, '127.0.0.1', 'PORT');
  process.stdout.write(`ready at http://127.0.0.1:${port}\n`);
  process.once('SIGTERM', () => void app.close().finally(() => opened.close().finally(() => process.exit(0))));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
