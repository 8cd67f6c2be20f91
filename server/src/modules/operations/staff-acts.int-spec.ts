import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { AccessHouse } from '../../../test/access/access-house';
import type { Asked } from '../../../test/access/row';
import { staffRows } from '../../../test/access/staff-rows';
import { staffHeaders } from '../../../test/identity-desk';
import { type Reply, send } from '../../../test/resident';

let house: AccessHouse;

beforeAll(async () => {
  house = await AccessHouse.start();
});
afterAll(() => house.end());

const thing = async (route: string): Promise<Asked> => staffRows[route]?.ask(house, 'own') ?? {};

function ask(route: string, id: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Reply> {
  const [method = '', path = ''] = route.split(' ');
  return send(house.server, method, `/api/v1${path.replace('{id}', id)}`, body, headers);
}

/** Acts on one thing whose whole body is why. */
async function withReasonAlone(): Promise<string[]> {
  const posts = Object.keys(staffRows).filter((route) => route.startsWith('POST') && route.includes('{id}'));
  const found: string[] = [];
  for (const route of posts) {
    if (Object.keys((await thing(route)).body ?? {}).join() === 'reason') found.push(route);
  }
  return found;
}

describe('what colleagues do', () => {
  it('is nothing without a reason, for a strange id, or with a body that asks for more', async () => {
    const acts = await withReasonAlone();
    expect(acts.length).toBeGreaterThan(8);
    const headers = await staffHeaders(house.server.url, 'J1001');
    const badBodies = fc.oneof(
      fc.constantFrom({}, { reason: '' }, { reason: ' x ' }, { reason: 7 }, { reason: ['a', 'b'] }, { reason: null }),
      fc.record({ reason: fc.constant('字'.repeat(501)) }),
      fc.record({ reason: fc.constant('有原因'), by: fc.string(), state: fc.constant('done') }),
    );
    const cases = fc.oneof(
      fc.record({ route: fc.constantFrom(...acts), body: badBodies, real: fc.constant(true) }),
      fc.record({ route: fc.constantFrom(...acts), body: fc.constant({ reason: '有原因' }), real: fc.constant(false) }),
    );
    await fc.assert(
      fc.asyncProperty(cases, fc.stringMatching(/^[\w'" -]{1,40}$/), async ({ route, body, real }, strange) => {
        const id = real ? ((await thing(route)).at?.id ?? '') : encodeURIComponent(strange);
        expect((await ask(route, id, body, headers)).status).toBe(real ? 400 : 404);
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing a page from another origin could hold on to: there is no cookie, and no leave to ask', async () => {
    const origin = { origin: 'https://elsewhere.example' };
    const preflight = {
      ...origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    };
    const allowed = await send(house.server, 'OPTIONS', '/api/v1/staff/call-list', undefined, preflight);
    expect(allowed.headers.get('access-control-allow-origin')).toBeNull();
    const posted = await ask(
      'POST /staff/dead-letters/{id}/skip',
      (await thing('POST /staff/dead-letters/{id}/skip')).at?.id ?? randomUUID(),
      { reason: '有原因' },
      origin,
    );
    expect(posted.status).toBe(401);
    expect(posted.headers.get('set-cookie')).toBeNull();
  });
});
