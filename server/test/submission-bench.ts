import { randomUUID } from 'node:crypto';
import { SubmitApplicationDto } from '@jinmen/shared/dto/relief-application.dto';
import { Body, Controller, HttpCode, Module, Param, Post } from '@nestjs/common';
import { AppModule } from '../src/app.module';
import { SocialAssistance } from '../src/bureaus/social-assistance/social-assistance.port';
import { Consents } from '../src/modules/consents/consents.port';
import { People } from '../src/modules/identity/people.port';
import { readConfig } from '../src/platform/config/read-config';
import { openDatabase } from '../src/platform/database/open-database';
import { Access } from '../src/platform/http/access';
import { createHttpApp } from '../src/platform/http/create-http-app';
import { listen } from '../src/platform/http/listen';
import { Owned } from '../src/platform/http/owned';
import { Idempotent } from '../src/platform/idempotency/idempotent';
import { AppLogger } from '../src/platform/logging/app-logger';
import { schema } from '../src/schema';
import { emptyDatabase } from './database';
import { FakeBureau } from './fakes/relief-bureaus';
import { bureauEnv, filled, somebody } from './relief-house';
import { send } from './resident';
import { startLocalWechat } from './wechat';

/**
 * What handing in costs beyond its guards: rounds of `POST …/submission` and of a route with the same session, owner
 * and idempotency key that does no work, in turn, on one server. Prints `[[submission ms, no-op ms], …]` a request, as
 * JSON. Run by `npm run bench -- submission`; the client is in the same process, so the truth is rather higher.
 */

const ROUNDS = 6;
const EACH = 40;
const AT_ONCE = 8;
const PROGRAMMES = ['minimum-living-allowance', 'disability-living-subsidy'];

@Controller('api/v1/bench/:id')
class NoOpController {
  @Post('no-op')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  nothing(@Param('id') id: string, @Body() _body: SubmitApplicationDto): { readonly id: string } {
    return { id };
  }
}

@Module({ controllers: [NoOpController] })
class NoOpModule {}

async function main(): Promise<void> {
  const database = await emptyDatabase();
  const wechat = await startLocalWechat();
  const { databaseUrl, dataDir } = database.config;
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    ...wechat.env,
    SIMULATORS_URL: wechat.bureau.url,
    ...bureauEnv('social-assistance'),
    ...bureauEnv('disability-benefits'),
  });
  const opened = await openDatabase(config, schema);
  const root = { module: NoOpModule, imports: [AppModule.forRoot(config, opened)] };
  const app = await createHttpApp(root, config, new AppLogger('error'));
  Object.assign(app.get(SocialAssistance, { strict: false }), new FakeBureau());
  Object.assign(app.get(People, { strict: false }), {
    findOf: async (personId: string) => ({ ...somebody, personId, verifiedAt: new Date(0) }),
  });
  Object.assign(app.get(Consents, { strict: false }), { require: async () => undefined });
  const url = `http://127.0.0.1:${await listen(app.getHttpServer(), 0, '127.0.0.1', 'PORT')}`;
  const rounds: [number, number][] = [];
  await round(url);
  for (let count = 0; count < ROUNDS; count += 1) rounds.push(await round(url));
  process.stdout.write(`${JSON.stringify(rounds)}\n`);
  await app.close();
  await opened.close();
  await wechat.close();
  await database.remove();
}

async function round(url: string): Promise<[number, number]> {
  const call = (method: string, path: string, token: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    return send({ url }, method, `/api/v1${path}`, body, headers);
  };
  const { body } = await send({ url }, 'POST', '/api/v1/sessions/wechat', { code: `anna/${randomUUID()}` });
  const token = String(body.accessToken);
  const ids: string[] = [];
  for (let count = 0; count < EACH; count += 1) {
    const made = await call('POST', '/relief/applications', token, { programmes: PROGRAMMES });
    const { id, version } = made.body as { id: string; version: number };
    await call('PATCH', `/relief/applications/${id}`, token, { version, fields: filled(PROGRAMMES) });
    ids.push(id);
  }
  const timed = async (path: (id: string) => string) => {
    const left = [...ids];
    const began = performance.now();
    const worker = async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        const { status, body: said } = await call('POST', path(id), token, {});
        if (status !== 200) throw new Error(`${status} ${JSON.stringify(said)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return (performance.now() - began) / EACH;
  };
  const nothing = await timed((id) => `/bench/${id}/no-op`);
  return [await timed((id) => `/relief/applications/${id}/submission`), nothing];
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
