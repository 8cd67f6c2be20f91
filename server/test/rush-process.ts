import 'reflect-metadata';
import type { Server, ServerResponse } from 'node:http';
import { AppModule } from '../src/app.module';
import { Lanes } from '../src/modules/bookings/lane/lanes';
import { OpeningsJob } from '../src/modules/openings/openings.job';
import { readConfig } from '../src/platform/config/read-config';
import { openDatabase } from '../src/platform/database/open-database';
import { createHttpApp } from '../src/platform/http/create-http-app';
import { listen } from '../src/platform/http/listen';
import { AppLogger } from '../src/platform/logging/app-logger';
import { schema } from '../src/schema';
import { receiveKey, sendKey } from './local-bureau';
import { NoOpModule } from './no-op-routes';
import { makeInviters } from './rush-people';
import { RushModule } from './rush-routes';
import { openNothing } from './server';

const LAST_FIRST_MOST = 16;

const keyText = ({ id, key }: typeof sendKey) => `${id}:${key.toString('base64')}`;

/** A registry stands behind the service, as in production; nobody tells it anything of a time that is only held. */
const registry = {
  BUREAU_MARRIAGE_REGISTRY_URL: 'http://127.0.0.1:9',
  BUREAU_MARRIAGE_REGISTRY_SEND_KEY: keyText(sendKey),
  BUREAU_MARRIAGE_REGISTRY_RECEIVE_KEY: keyText(receiveKey),
};

/**
 * The whole server in a process of its own, with its log on standard output, the no-op routes beside it and what a rush
 * needs before it begins. With `MAKE_INVITERS=10000` it makes them and the city's ordinary windows, and ends.
 */
async function main(): Promise<void> {
  const config = readConfig({ OPENINGS: 'off', ...registry, ...process.env, NODE_ENV: 'test' });
  const opened = await openDatabase(config, schema);
  const root = { module: RushModule, imports: [AppModule.forRoot(config, opened), NoOpModule] };
  const app = await createHttpApp(root, config, new AppLogger(config.logLevel));
  const end = () => app.close().finally(() => opened.close().finally(() => process.exit(0)));
  const { MAKE_INVITERS: count } = process.env;
  if (count !== undefined) {
    await makeInviters(app, Number(count));
    await app.get(OpeningsJob, { strict: false }).openAhead();
    return end();
  }
  if (process.env.QUEUE_ORDER === 'last-first') serveLastFirst();
  openNothing({ app });
  // it costs a header of everybody's answer, so only where somebody reads it
  if (process.env.SAY_WHEN_READ === 'yes') sayWhenRead(app.getHttpServer());
  await listen(app.getHttpServer(), config.port, config.host, 'PORT');
  process.once('SIGTERM', () => void end());
}

/** The control of `fairness`: whoever came last is decided first, a few at a time. No setting of the product can do this. */
function serveLastFirst(): void {
  const next = <Job>(waiting: Job[]) => waiting.splice(-LAST_FIRST_MOST).reverse();
  Object.assign(Lanes.prototype, { next });
}

/** Every answer says as which request it was read: what happened on the way to the server is no fault of its queue. */
function sayWhenRead(server: Server): void {
  let read = 0;
  server.prependListener('request', (_request, response: ServerResponse) => {
    read += 1;
    response.setHeader('x-read-as', read);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
