import { Body, Controller, Post } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import type { Resident, StaffAtWork } from '../auth/current';
import { SessionCheck, StaffCheck } from '../auth/session-check.port';
import { Access, AccessGuard } from '../http/access';
import { Ownerships } from '../http/owned';
import { ProblemFilter } from '../http/problem.filter';
import { Idempotency } from './idempotency';
import { Idempotent, type IdempotentCall, KeyedCall } from './idempotent';

/** What a handler is told of a request with a key. */
const told = ({ scope: { subject, route, key, fingerprint }, firstAttempt }: IdempotentCall) => ({
  ...{ subject, route, key, fingerprint, firstAttempt },
});

@Controller('tea/:table')
class TeaController {
  @Post()
  @Access('resident')
  @Idempotent({ by: 'handler' })
  order(@KeyedCall() call: IdempotentCall, @Body() _order: unknown): unknown {
    return told(call);
  }

  @Post('kitchen')
  @Access('staff')
  @Idempotent({ by: 'handler' })
  cook(@KeyedCall() call: IdempotentCall): unknown {
    return told(call);
  }

  @Post('complaint')
  @Access('anyone')
  @Idempotent({ by: 'handler' })
  complain(@KeyedCall() call: IdempotentCall): unknown {
    return told(call);
  }

  @Post('street')
  @Access('public')
  @Idempotent({ by: 'handler' })
  street(): string {
    return '';
  }

  @Post('at-once')
  @Access('resident')
  @Idempotent()
  drink(): string {
    return '';
  }

  @Post('unkeyed')
  @Access('anyone')
  unkeyed(@KeyedCall() call: IdempotentCall): unknown {
    return told(call);
  }
}

class Guests extends SessionCheck {
  read(token: string): Resident | undefined {
    return token.startsWith('guest') ? { accountId: token, sessionId: 's' } : undefined;
  }

  async runs(): Promise<boolean> {
    return true;
  }
}

class Cooks extends StaffCheck {
  async find(token: string): Promise<StaffAtWork | undefined> {
    return token === 'cook'
      ? { staffId: 'cook-1', sessionId: 's', name: '示例', role: 'operator', offices: [] }
      : undefined;
  }
}

let app: NestFastifyApplication;

beforeAll(async () => {
  const module = {
    imports: [DiscoveryModule],
    controllers: [TeaController],
    providers: [
      Ownerships,
      { provide: Idempotency, useValue: {} },
      { provide: SessionCheck, useClass: Guests },
      { provide: StaffCheck, useClass: Cooks },
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
    ],
  };
  app = (await Test.createTestingModule(module).compile()).createNestApplication<NestFastifyApplication>(
    new FastifyAdapter(),
    { logger: false },
  );
  await app.init();
});
afterAll(() => app.close());

interface Sent {
  readonly path?: string;
  readonly token?: string;
  /** `null`: none. */
  readonly key?: string | null;
  readonly attempt?: string;
  readonly body?: unknown;
}

async function send({
  path = '/tea/7',
  token = 'guest-1',
  key = 'key-of-a-guest',
  attempt,
  body = { a: 1, b: 2 },
}: Sent): Promise<Readonly<Record<string, unknown>>> {
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
    ...(key !== null && { 'idempotency-key': key }),
    ...(attempt !== undefined && { attempt }),
  };
  const reply = await app.inject({ method: 'POST', url: path, headers, payload: JSON.stringify(body) });
  const heard: Readonly<Record<string, unknown>> = reply.json();
  return { ...heard, status: reply.statusCode };
}

describe('a request under a key', () => {
  it('is told by whose it is, which route and which key', async () => {
    expect(await send({})).toMatchObject({
      ...{ status: 201, subject: 'resident:guest-1', route: 'POST /tea/:table', key: 'key-of-a-guest' },
      firstAttempt: false,
    });
    expect(await send({ path: '/tea/7/kitchen', token: 'cook' })).toMatchObject({
      ...{ subject: 'staff:cook-1', route: 'POST /tea/:table/kitchen' },
    });
    expect(await send({ path: '/tea/7/complaint', token: '' })).toMatchObject({ subject: 'anyone' });
    expect(await send({ path: '/tea/7/complaint' })).toMatchObject({ subject: 'resident:guest-1' });
  });

  it('is the same wish whenever the same is sent, and another when anything else is', async () => {
    const { fingerprint } = await send({});
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const same: readonly Sent[] = [{}, { body: { b: 2, a: 1 } }, { token: 'guest-2' }, { key: 'another-key' }];
    for (const sent of same) expect((await send(sent)).fingerprint).toBe(fingerprint);
    const others: readonly Sent[] = [
      { path: '/tea/8' },
      { path: '/tea/7?sugar=yes' },
      { body: { a: 1, b: 3 } },
      { body: null },
      { body: [] },
    ];
    const found = await Promise.all(others.map(async (sent) => (await send(sent)).fingerprint));
    expect(new Set([fingerprint, ...found]).size).toBe(others.length + 1);
  });

  it('says by `Attempt: 1` alone that it was never sent before', async () => {
    expect(await send({ attempt: '1' })).toMatchObject({ status: 201, firstAttempt: true });
    for (const attempt of ['2', '01', ''])
      expect(await send({ attempt })).toMatchObject({ status: 400, code: 'idempotency.attempt-invalid' });
  });

  it.each([
    [null, 'idempotency.key-required'],
    ['', 'idempotency.key-required'],
    ['seven77', 'idempotency.key-invalid'],
    ['x'.repeat(256), 'idempotency.key-invalid'],
    ['with a blank', 'idempotency.key-invalid'],
    ['del-\u007f-del', 'idempotency.key-invalid'],
  ])('is none under such a key: %#', async (key, code) => {
    expect(await send({ key })).toMatchObject({ status: 400, code });
  });

  it.each(['eight888', 'x'.repeat(255), '!"#$%&~~'])('is one under such a key: %#', async (key) => {
    expect(await send({ key })).toMatchObject({ status: 201, key });
  });

  it('is told to nobody before who is calling', async () => {
    expect(await send({ token: '', key: null })).toMatchObject({ status: 401 });
  });

  it('cannot stand on a public route, nor be asked for on one that takes no key', async () => {
    expect(await send({ path: '/tea/7/street' })).toMatchObject({ status: 500 });
    expect(await send({ path: '/tea/7/unkeyed' })).toMatchObject({ status: 500 });
  });
});

it('the interface says that a key must come, and where `Attempt` may', () => {
  const { paths } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  const headersOf = (path: string) => {
    const parameters = (paths[path]?.post?.parameters ?? []) as readonly {
      in: string;
      name: string;
      required?: boolean;
    }[];
    return parameters.filter((each) => each.in === 'header').map(({ name, required }) => [name, required]);
  };
  expect(headersOf('/tea/{table}')).toEqual([
    ['Idempotency-Key', true],
    ['Attempt', false],
  ]);
  expect(headersOf('/tea/{table}/at-once')).toEqual([['Idempotency-Key', true]]);
  expect(headersOf('/tea/{table}/unkeyed')).toEqual([]);
});
