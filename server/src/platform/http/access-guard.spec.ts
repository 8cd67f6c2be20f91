import { Body, Controller, Get, Header, Patch, type Provider, Req } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { IsString } from 'class-validator';
import { CurrentResident, CurrentStaff, callerOf, type Resident, type Staff, type StaffAtWork } from '../auth/current';
import { SessionCheck, StaffCheck } from '../auth/session-check.port';
import { Access, AccessGuard, bearerToken } from './access';
import { Owned, OwnershipCheck, Ownerships } from './owned';
import { ProblemFilter } from './problem.filter';
import { StrictPipe } from './validation';

class SipDto {
  @IsString()
  note!: string;
}

@Controller('tea')
class TeaController {
  @Get()
  @Access('public')
  list(): string {
    return '茶';
  }

  @Get('leaflet')
  @Header('cache-control', 'no-cache')
  @Access('public')
  leaflet(): string {
    return '茶经';
  }

  @Get('mine')
  @Access('resident')
  mine(@CurrentResident() resident: Resident): Resident {
    return resident;
  }

  @Patch('cups/:id')
  @Access('resident')
  @Owned('tea-cup')
  sip(@Body() sip: SipDto): string {
    return sip.note;
  }

  @Patch('washed/:id')
  @Access('resident')
  @Owned('tea-cup')
  wash(): string {
    return '';
  }

  @Get('menu')
  @Access('anyone')
  menu(@Req() request: object): unknown {
    return callerOf(request);
  }

  @Get('cellar')
  cellar(): string {
    return '酒';
  }

  @Get('kitchen')
  @Access('staff')
  kitchen(@CurrentStaff() staff: Staff): Staff {
    return staff;
  }

  @Get('books')
  @Access('staff', ['auditor'])
  books(): string {
    return '账';
  }
}

const anna: Resident = { accountId: 'anna', sessionId: 's-1' };
const clerk: StaffAtWork = { staffId: 'c', sessionId: 's', name: '示例', role: 'street-clerk', offices: ['120111001'] };

const asked: string[] = [];

class Sessions extends SessionCheck {
  read(token: string): Resident | undefined {
    asked.push(token);
    return {
      'of-anna': anna,
      'of-anna-before': { ...anna, sessionId: 's-0' },
      'of-anna-whom-nobody-can-look-up': { ...anna, sessionId: 's-?' },
    }[token];
  }

  async runs({ sessionId }: Resident): Promise<boolean> {
    if (sessionId === 's-?') throw new Error('the database is away');
    return sessionId === anna.sessionId;
  }
}

class StaffSessions extends StaffCheck {
  async find(token: string): Promise<StaffAtWork | undefined> {
    return token === 'of-clerk' ? clerk : undefined;
  }
}

class Cups extends OwnershipCheck {
  readonly kind = 'tea-cup';

  async owns({ accountId }: Resident, id: string): Promise<boolean> {
    return accountId === 'anna' && id === 'cup-of-anna';
  }
}

const answering: readonly Provider[] = [
  { provide: SessionCheck, useClass: Sessions },
  { provide: StaffCheck, useClass: StaffSessions },
  Cups,
];

async function boot(providers: readonly Provider[]): Promise<NestFastifyApplication> {
  const module = {
    imports: [DiscoveryModule],
    controllers: [TeaController],
    providers: [
      Ownerships,
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_PIPE, useClass: StrictPipe },
      { provide: APP_FILTER, useClass: ProblemFilter },
      ...providers,
    ],
  };
  const app = (await Test.createTestingModule(module).compile()).createNestApplication<NestFastifyApplication>(
    new FastifyAdapter(),
  );
  await app.listen(0, '127.0.0.1');
  return app;
}

interface Told {
  readonly status: number;
  readonly text: string;
  readonly cacheControl: string | null;
}

async function ask(
  app: NestFastifyApplication,
  [method, path]: readonly [string, string],
  token?: string,
  body?: object,
): Promise<Told> {
  const response = await fetch(`${await app.getUrl()}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    text: await response.text(),
    cacheControl: response.headers.get('cache-control'),
  };
}

const codeOf = ({ text }: Told): unknown => (JSON.parse(text) as { code: unknown }).code;

describe('the access guard', () => {
  let app: NestFastifyApplication;
  const get = (path: string, token?: string) => ask(app, ['GET', path], token);
  const sip = (cup: string, token: string, body: object) => ask(app, ['PATCH', `/tea/cups/${cup}`], token, body);

  beforeAll(async () => {
    app = await boot(answering);
  });
  afterAll(() => app.close());

  it('lets anyone through to a public route', async () => {
    expect(await get('/tea')).toMatchObject({ status: 200, text: '茶' });
  });

  it('keeps what a public route says out of every cache, unless it says itself that it may be kept', async () => {
    expect((await get('/tea')).cacheControl).toBe('no-store');
    expect((await get('/tea/leaflet')).cacheControl).toBe('no-cache');
  });

  it('tells the handler whose session it is, and keeps the answer out of every cache', async () => {
    const reply = await get('/tea/mine', 'of-anna');
    expect(JSON.parse(reply.text)).toEqual(anna);
    expect(reply.cacheControl).toBe('no-store');
    expect(JSON.parse((await get('/tea/kitchen', 'of-clerk')).text)).toEqual(clerk);
  });

  it('lets anyone through to a route for anyone, and asks nobody who that is', async () => {
    asked.length = 0;
    const reply = await get('/tea/menu');
    expect([reply.status, JSON.parse(reply.text), reply.cacheControl]).toEqual([200, { kind: 'anyone' }, 'no-store']);
    expect(asked).toEqual([]);
  });

  it('uses a session that came to a route for anyone, so it must be a good one', async () => {
    expect(JSON.parse((await get('/tea/menu', 'of-anna')).text)).toEqual({ kind: 'resident', resident: anna });
    for (const token of ['forged', 'of-clerk']) expect((await get('/tea/menu', token)).status).toBe(401);
  });

  it('lets nobody through where nothing was said of who may come', async () => {
    for (const token of [undefined, 'of-anna', 'of-clerk']) expect((await get('/tea/cellar', token)).status).toBe(401);
  });

  it('looks for no session where none came', async () => {
    asked.length = 0;
    expect((await get('/tea/mine')).status).toBe(401);
    expect(asked).toEqual([]);
  });

  it.each([
    ['no token', '/tea/mine', undefined],
    ['a token nobody knows', '/tea/mine', 'forged'],
    ['a token whose session is over', '/tea/mine', 'of-anna-before'],
    ['a token of staff at a route for residents', '/tea/mine', 'of-clerk'],
    ['a token of a resident at a route for staff', '/tea/kitchen', 'of-anna'],
    ['no token at a route for one role', '/tea/books', undefined],
  ])('answers %s with 401', async (_what, url, token) => {
    const reply = await get(url, token);
    expect([reply.status, codeOf(reply)]).toEqual([401, 'session.required']);
  });

  it('answers staff of another role with 403', async () => {
    const reply = await get('/tea/books', 'of-clerk');
    expect([reply.status, codeOf(reply)]).toEqual([403, 'staff.other-role']);
  });

  it('answers 401 before it looks whose it is, and 404 before it looks at the body', async () => {
    expect((await sip('cup-of-anna', 'forged', {})).status).toBe(401);
    expect((await sip('cup-of-somebody', 'of-anna', {})).status).toBe(404);
    expect((await sip('cup-of-anna', 'of-anna', {})).status).toBe(400);
    expect((await sip('cup-of-anna', 'of-anna', { note: '烫' })).text).toBe('烫');
  });

  it('signs nobody out because their session cannot be looked up just now', async () => {
    expect((await get('/tea/mine', 'of-anna-whom-nobody-can-look-up')).status).toBe(500);
  });

  it('tells a session that is over nothing of what is whose', async () => {
    const own = await sip('cup-of-anna', 'of-anna-before', {});
    const theirs = await sip('cup-of-somebody', 'of-anna-before', {});
    expect([own, theirs].map((reply) => [reply.status, codeOf(reply)])).toEqual([
      [401, codeOf(own)],
      [401, codeOf(own)],
    ]);
  });

  it('answers for what is somebody else’s exactly as for what is not there', async () => {
    const theirs = await sip('cup-of-somebody', 'of-anna', {});
    const nobodys = await sip('1e4b', 'of-anna', {});
    const told = ({ status, text }: Told) => ({ status, text: text.replace(/"traceId":"[^"]+"/, '') });
    expect(theirs.status).toBe(404);
    expect(told(theirs)).toEqual(told(nobodys));
    expect(theirs.text).not.toContain('cup-of-somebody');
  });
});

describe('where nobody answers for sessions', () => {
  it('no token opens a route', async () => {
    const app = await boot([Cups]);
    for (const url of ['/tea/mine', '/tea/kitchen']) {
      expect((await ask(app, ['GET', url], 'of-anna')).status).toBe(401);
    }
    await app.close();
  });
});

describe('ownership', () => {
  it('keeps the server from starting when a route names a kind nobody checks', async () => {
    await expect(boot([])).rejects.toThrow('its kind: TeaController.sip (tea-cup), TeaController.wash (tea-cup)');
  });

  it('lets it start when one check goes by two names', async () => {
    await (await boot([Cups, { provide: 'saucers', useExisting: Cups }])).close();
  });

  it('of a kind nobody checks is nobody’s: asking is a mistake of ours', async () => {
    const app = await boot(answering);
    await expect(app.get(Ownerships).owns(anna, 'saucer', '1')).rejects.toThrow('no ownership check for "saucer"');
    await app.close();
  });

  it('keeps it from starting when two check the same kind', async () => {
    class OtherCups extends Cups {}
    await expect(boot([Cups, OtherCups])).rejects.toThrow('two ownership checks for "tea-cup"');
  });
});

describe('the bearer token', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['Bearer  abc', undefined],
    ['Bearer a b', undefined],
    ['Basic abc', undefined],
    ['a Bearer abc', undefined],
    ['Bearer abc\n', undefined],
    ['Bearer ', undefined],
    [`Bearer ${'a'.repeat(4097)}`, undefined],
    [undefined, undefined],
  ])('of %p is %p', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });
});
