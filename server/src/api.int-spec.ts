import { connect } from 'node:net';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { startServer, type TestServer } from '../test/server';

const ASSESSMENTS = '/api/v1/eligibility/assessments';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ CLOCK_AT: '2026-03-01T09:00:00+08:00' });
});

afterAll(() => server.end());

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}

it('dates its answers by the clock it judges by, so that a phone can count what is left of a hold', async () => {
  const { headers } = await server.get('/api/v1/places');
  expect(headers.get('date')).toBe('Sun, 01 Mar 2026 01:00:00 GMT');
});

describe('every error', () => {
  it.each([
    ['an unknown address', () => server.get('/api/v1/nothing'), 404, 'request.not-found'],
    ['an address that is no text', () => server.get('/%zz'), 404, 'request.not-found'],
    ['a method the address does not know', () => server.post('/api/v1/places', '{}'), 404, 'request.not-found'],
    ['half a JSON', () => server.post(ASSESSMENTS, '{"facts":'), 400, 'request.malformed-json'],
    ['no body where one is needed', () => server.post(ASSESSMENTS, ''), 400, 'request.invalid'],
    ['JSON 100 000 deep', () => server.post(ASSESSMENTS, deep(100_000)), 400, 'request.too-deep'],
    ['a body above 256 KB', () => server.post(ASSESSMENTS, ' '.repeat(262_145)), 413, 'request.too-large'],
    [
      'a form',
      () => server.post(ASSESSMENTS, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'request.unsupported-media-type',
    ],
    [
      'plain text',
      () => server.post(ASSESSMENTS, 'hi', { 'content-type': 'text/plain' }),
      415,
      'request.unsupported-media-type',
    ],
    ['no facts', () => server.post(ASSESSMENTS, '{}'), 400, 'request.invalid'],
    ['facts that are a list', () => server.post(ASSESSMENTS, '{"facts":[]}'), 400, 'request.invalid'],
    ['a body that is a list', () => server.post(ASSESSMENTS, '[]'), 400, 'request.invalid'],
    ['a day that does not exist', () => server.get('/api/v1/standards?asOf=2026-02-30'), 400, 'request.invalid'],
    ['two days', () => server.get('/api/v1/standards?asOf=2026-01-01&asOf=2026-01-02'), 400, 'request.invalid'],
    ['an unknown query field', () => server.get('/api/v1/standards?since=2026-01-01'), 400, 'request.invalid'],
    [
      'a fact nobody knows',
      () => server.post(ASSESSMENTS, '{"facts":{"household.cats":1}}'),
      400,
      'eligibility.bad-facts',
    ],
  ])('for %s is a problem with a stable code and Chinese words', async (_what, send, status, code) => {
    const response = await send();
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const body = await bodyOf(response);
    expect({ http: response.status, status: body.status, code: body.code }).toEqual({ http: status, status, code });
    expect(body.detail).toMatch(/^[\u4e00-\u9fff，。！0-9 ]+$/);
    expect(body.traceId).toBe(response.headers.get('x-request-id'));
    expect(body.type).toBe(`urn:jinmen:problem:${code}`);
  });

  it.each([
    ['words that are no HTTP', 'HELLO\r\n\r\n', 400, 'request.bad'],
    [
      'headers of 40 KB',
      `GET / HTTP/1.1\r\nhost: x\r\nx-a: ${'a'.repeat(40_000)}\r\n\r\n`,
      431,
      'request.headers-too-large',
    ],
  ])('for %s is a problem too, though no handler ever sees it', async (_what, raw, status, code) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.end(raw);
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toContain(`HTTP/1.1 ${status} `);
    expect(text).toContain(`"code":"${code}"`);
  });

  it('names the field, and never repeats what was sent', async () => {
    const response = await server.post(ASSESSMENTS, '{"facts":{"household.memberCount":"canary"},"role":"canary"}');
    const text = await response.text();
    expect(text).toContain('"field":"role"');
    expect(text).not.toContain('canary');
  });

  it.each([-1, 1.5, 1e9, 'three', true, [], {}])('household.memberCount %j is refused by its field', async (value) => {
    const response = await server.post(ASSESSMENTS, JSON.stringify({ facts: { 'household.memberCount': value } }));
    expect(response.status).toBe(400);
    const { errors } = await bodyOf(response);
    expect(errors).toEqual([
      expect.objectContaining({
        field: 'facts.household.memberCount',
        code: expect.stringMatching(/^fact\./),
        message: expect.stringMatching(/[\u4e00-\u9fff]/),
      }),
    ]);
  });
});

describe('an error nobody expected', () => {
  it('is answered without a word about its cause, and logged without a word of the data', async () => {
    const broken = await startServer();
    await broken.app.get(DataSource).query('DROP TABLE data_version');
    const response = await broken.get('/api/v1/places', { 'x-request-id': '0b5d6f3e-8a4c-4d1e-9f60-2c7b1a9e4d55' });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      code: 'server.unexpected',
      traceId: '0b5d6f3e-8a4c-4d1e-9f60-2c7b1a9e4d55',
    });
    expect(text).not.toMatch(/data_version|SELECT|Error:/);
    await until(() => broken.logs().includes('"level":"error"'));
    expect(broken.logs()).toContain('"traceId":"0b5d6f3e-8a4c-4d1e-9f60-2c7b1a9e4d55","error":"QueryFailedError"');
    expect(broken.logs()).not.toMatch(/SELECT|data_version/);
    await broken.end();
  });
});

describe('assessments', () => {
  it('answer every programme of the catalogue, on the clock’s day when none is given', async () => {
    const response = await server.post(ASSESSMENTS, '{"facts":{}}');
    expect(response.status).toBe(200);
    const assessment = await bodyOf(response);
    const catalogue = await bodyOf(await server.get('/api/v1/catalogue'));
    expect(assessment.asOf).toBe('2026-03-01');
    expect(assessment.rulesVersion).toBe(catalogue.rulesVersion);
    const codes = (list: unknown, key: string) => (list as Record<string, unknown>[]).map((entry) => entry[key]);
    expect(codes(assessment.verdicts, 'programme')).toEqual(codes(catalogue.programmes, 'code'));
  });

  it('say which answers hardly go together, and judge by them all the same', async () => {
    const facts = { 'household.monthlyBasicPensionFen': 30_000, 'household.hasMemberAged60': false };
    const response = await server.post(ASSESSMENTS, JSON.stringify({ facts }));
    expect(response.status).toBe(200);
    const { doubts, verdicts } = await bodyOf(response);
    expect(doubts).toEqual([
      {
        id: 'pension-without-aged',
        text: expect.stringMatching(/养老金/),
        facts: expect.arrayContaining(Object.keys(facts)),
      },
    ]);
    expect(verdicts).not.toEqual([]);
    const agreed = { facts: { ...facts, 'household.hasMemberAged60': true } };
    expect((await bodyOf(await server.post(ASSESSMENTS, JSON.stringify(agreed)))).doubts).toEqual([]);
  });

  it('take null for 不清楚 and judge by the day they are given', async () => {
    const wish = { facts: { 'household.memberCount': null }, asOf: '2024-01-01', doors: ['general'] };
    const response = await server.post(ASSESSMENTS, JSON.stringify(wish));
    expect(response.status).toBe(200);
    expect((await bodyOf(response)).asOf).toBe('2024-01-01');
  });
});

describe('the guides', () => {
  it('are what is explained and not applied for: sourced, with a number to call, and never among the programmes', async () => {
    const catalogue = await bodyOf(await server.get('/api/v1/catalogue'));
    const guides = catalogue.guides as Sourced[];
    const programmes = catalogue.programmes as { code: string }[];
    expect(guides.map(({ code }) => code)).toEqual(expect.arrayContaining(['medical-assistance', 'legal-aid']));
    expect(guides.filter(({ sources }) => sources.length === 0)).toEqual([]);
    expect(guides.filter(({ ask }) => !/^(12345|12348|96456)$/.test(ask.phone))).toEqual([]);
    expect(programmes.filter(({ code }) => guides.some((guide) => guide.code === code))).toEqual([]);
  });
});

describe('the plan in an assessment', () => {
  const plan = async (facts: object) => {
    const response = await server.post(ASSESSMENTS, JSON.stringify({ facts }));
    return (await bodyOf(response)).plan as Record<string, Record<string, unknown>[]> & { open: boolean };
  };
  const poor = {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 2,
    'household.monthlyWageIncomeFen': 250_000,
    'household.monthlyOtherIncomeFen': 0,
    'household.monthlyBasicPensionFen': 0,
  };

  it('proposes one of two a household may not have both of, and says which to take if it is not granted', async () => {
    const { apply, instead, open } = await plan(poor);
    expect(open).toBe(true);
    expect(apply?.map(({ programme }) => programme)).toContain('minimum-living-allowance');
    expect(instead?.find(({ programme }) => programme === 'low-income-margin')).toMatchObject({
      ifNotGranted: true,
      because: [expect.objectContaining({ other: 'minimum-living-allowance', by: 'rule' })],
    });
  });

  it('has what the household said it has already as held, and never among what to apply for', async () => {
    const { held, apply } = await plan({ ...poor, 'household.hasMinimumLivingAllowance': true });
    expect(held).toEqual(['minimum-living-allowance']);
    expect(apply?.map(({ programme }) => programme)).not.toContain('minimum-living-allowance');
  });

  it('has exactly the parts the description names, each a list but one', async () => {
    const document = (await bodyOf(await server.get('/api/openapi.json'))) as unknown as Described;
    const reply = document.paths[ASSESSMENTS]?.post?.responses['200']?.content['application/json']?.schema;
    const described = (reply as { properties?: { plan?: { required?: string[] } } }).properties?.plan?.required ?? [];
    expect(Object.keys(await plan({})).sort()).toEqual([...described].sort());
  });
});

describe('what changes rarely', () => {
  it.each(['/api/v1/catalogue', '/api/v1/standards', '/api/v1/places'])(
    '%s is sent once and then answered 304 without a body while its tag is known',
    async (path) => {
      const first = await server.get(path);
      const etag = first.headers.get('etag') ?? '';
      expect(first.status).toBe(200);
      expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(first.headers.get('cache-control')).toBe('no-cache');
      expect(etag).toMatch(/^"[\w-]{27}"$/);
      await first.json();
      const second = await server.get(path, { 'if-none-match': etag });
      expect(second.status).toBe(304);
      expect(second.headers.get('etag')).toBe(etag);
      expect(await second.text()).toBe('');
      expect((await server.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    },
  );

  it('places are 16 districts with 252 streets, towns and townships, from the database', async () => {
    const { districts } = (await bodyOf(await server.get('/api/v1/places'))) as { districts: { units: unknown[] }[] };
    expect(districts).toHaveLength(16);
    expect(districts.flatMap(({ units }) => units)).toHaveLength(252);
  });

  it('standards are those in force on the day asked for, each with its source', async () => {
    const body = await bodyOf(await server.get('/api/v1/standards?asOf=2025-01-01'));
    const standards = body.standards as { from: string; to?: string; source: { row: string } }[];
    expect(body.asOf).toBe('2025-01-01');
    expect(body.version).toBe(1);
    expect(standards.length).toBeGreaterThan(0);
    for (const { from, to, source } of standards) {
      expect(from <= '2025-01-01' && (to === undefined || to >= '2025-01-01')).toBe(true);
      expect(source.row).not.toBe('');
    }
  });
});

describe('the description of the API', () => {
  it('covers every route with a schema for each answer', async () => {
    const document = (await bodyOf(await server.get('/api/openapi.json'))) as unknown as Described;
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routes().sort());
    for (const methods of Object.values(document.paths)) {
      for (const { responses } of Object.values(methods)) {
        const good = Object.keys(responses).filter((status) => status.startsWith('2') && status !== '204');
        for (const status of good) {
          const kinds = Object.values(responses[status]?.content ?? {});
          expect(kinds.length > 0 && kinds.every(({ schema }) => schema !== undefined)).toBe(true);
        }
        expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
      }
    }
  });

  it('names exactly the fields that are sent', async () => {
    const document = (await bodyOf(await server.get('/api/openapi.json'))) as unknown as Described;
    for (const path of ['/api/v1/catalogue', '/api/v1/standards', '/api/v1/places', '/healthz']) {
      const schema = document.paths[path]?.get?.responses['200']?.content['application/json']?.schema;
      const body = await bodyOf(await server.get(path));
      expect(Object.keys(body).sort()).toEqual([...(schema?.required ?? [])].sort());
    }
  });

  it('names exactly the fields of a guide, and of where it comes from', async () => {
    const document = (await bodyOf(await server.get('/api/openapi.json'))) as unknown as Described;
    const reply = document.paths['/api/v1/catalogue']?.get?.responses['200']?.content['application/json']?.schema;
    const described = reply?.properties?.guides?.items;
    const { guides } = (await bodyOf(await server.get('/api/v1/catalogue'))) as { guides: Sourced[] };
    expect(guides.length).toBeGreaterThan(0);
    for (const guide of guides) {
      expect(Object.keys(guide).sort()).toEqual([...(described?.required ?? [])].sort());
      const known = Object.keys(described?.properties?.sources?.items?.properties ?? {});
      for (const source of guide.sources) expect(Object.keys(source).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  it('is readable at /docs', async () => {
    const page = await server.get('/docs');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('津门民政');
  });
});

describe('the log', () => {
  it('has one line a request and no word of its body, query, headers or address', async () => {
    await server.post(`${ASSESSMENTS}?q=canary-query`, '{"facts":{"canary-body":1}}', { 'x-canary': 'canary-header' });
    await server.get('/canary-path', { authorization: 'Bearer canary-token', cookie: 'canary-cookie' });
    await server.get('/%zzcanary-path');
    const known = { 'x-request-id': '0b5d6f3e-8a4c-4d1e-9f60-2c7b1a9e4d56' };
    await server.get('/api/v1/standards?asOf=2026-01-02', known);
    await until(() => server.logs().includes('0b5d6f3e-8a4c-4d1e-9f60-2c7b1a9e4d56'));
    expect(server.logs()).not.toContain('canary');
    const lines = server
      .logs()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const mine = lines.find(({ traceId }) => traceId === '0b5d6f3e-8a4c-4d1e-9f60-2c7b1a9e4d56');
    expect(Object.keys(mine ?? {}).sort()).toEqual(
      ['context', 'durationMs', 'level', 'method', 'pid', 'route', 'status', 'time', 'traceId'].sort(),
    );
    expect(mine).toMatchObject({ method: 'GET', route: '/api/v1/standards', status: 200 });
  });
});

interface Described {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content: Record<string, { schema: Schema }> }> }>
  >;
}

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Sourced {
  readonly code: string;
  readonly ask: { readonly phone: string };
  readonly sources: readonly object[];
}

/** Every handler the application has, as the framework registered it. */
function routes(): string[] {
  const scanner = new MetadataScanner();
  return server.app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      // files of the operators' page are no part of the API
      if (typeof metatype !== 'function' || Reflect.hasMetadata('swagger/apiExcludeController', metatype)) return [];
      const base = String(Reflect.getMetadata(PATH_METADATA, metatype));
      const prototype: Record<string, object> = metatype.prototype;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        const path: unknown = handler && Reflect.getMetadata(PATH_METADATA, handler);
        if (!handler || typeof path !== 'string') return [];
        const method = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))]?.toLowerCase();
        const whole = [base, path].filter((part) => part !== '/').join('/');
        return [`${method} /${whole.replace(/:(\w+)/g, '{$1}')}`];
      });
    });
}

function deep(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3000 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
}
