import { randomUUID } from 'node:crypto';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import fc from 'fast-check';
import { filled, numbered, type TestResident, viewOf } from '../../../../test/relief-house';
import type { Reply } from '../../../../test/resident';
import { boy, daughter, mother, startWhomHouse, type WhomHouse } from '../../../../test/whom-house';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Transactions } from '../../../platform/database/transactions';
import { openApiDocument } from '../../../platform/http/openapi';
import { Mandates } from '../../mandates/mandates.port';
import { ApplicationsRepository } from '../applications/applications.repository';

const CARE = 'disability-care-subsidy';
const LIVING = 'minimum-living-allowance';
const CHILD_BORN = '2017-06-11';

let whom: WhomHouse;
let guardian: TestResident;
let day = 0;

beforeAll(async () => {
  whom = await startWhomHouse();
});
afterAll(() => whom.house.end());
beforeEach(async () => {
  day += 1;
  whom.at(new Date(Date.parse('2026-11-25T02:00:00Z') + day * 24 * 3600_000).toISOString());
  whom.house.refused.clear();
  whom.kinship = { kind: 'yes' };
  whom.name = { kind: 'confirmed' };
  guardian = await whom.resident(daughter);
});

/** A draft about somebody, with everything that is asked for. */
async function filledFor(who: TestResident, programmes: readonly string[], whose: object): Promise<ApplicationView> {
  const { id, version } = viewOf(await who.post('', { programmes, for: whose }));
  return viewOf(await who.call('PATCH', `/${id}`, { version, fields: filled(programmes) }));
}

const told = (id: string) =>
  whom.house.bureaus['disability-benefits']
    .effects('told')
    .map((said) => said as { caseNo: string; message: { data: object } })
    .filter(({ caseNo }) => caseNo === id)
    .map(({ message }) => message.data);

describe('an application for one’s child', () => {
  it('is about the child, filed by the guardian, with both names at the bureau', async () => {
    const { id: dependant } = await whom.addDependant(guardian);
    const draft = await filledFor(guardian, [CARE], { dependant });
    expect(draft.subject).toEqual({
      kind: 'ward',
      dependantId: dependant,
      name: '测试**',
      under14: true,
      minor: true,
      livesTogether: true,
    });
    const view = viewOf(await guardian.post(`/${draft.id}/submission`));
    await whom.house.delivered();
    const [only] = view.cases;
    const filed = whom.house.bureaus['disability-benefits'].effects('filed') as { caseNo: string; applicant: object }[];
    expect(filed.find(({ caseNo }) => caseNo === only?.id)?.applicant).toMatchObject(boy);
    expect(told(only?.id ?? '')).toEqual([
      { role: 'guardian', name: daughter.name, idNumber: daughter.idNumber, relation: '父母', state: 'acting' },
    ]);
    expect((await guardian.call('GET', `/${view.id}/receipt`)).body).toMatchObject({
      applicant: '测试**',
      filer: '测试**',
    });
  });

  it('counts the guardian who lives there among the household, and refuses them as a member', async () => {
    const { id: dependant } = await whom.addDependant(guardian);
    const members = [{ id: 'm1', name: daughter.name, idNumber: daughter.idNumber, relation: 'parent' }];
    const draft = await filledFor(guardian, [LIVING], { dependant });
    const twice = viewOf(
      await guardian.call('PATCH', `/${draft.id}`, {
        version: draft.version,
        fields: { 'household.members': members },
      }),
    );
    expect((await guardian.post(`/${draft.id}/submission`)).body.errors).toMatchObject([{ code: 'members.yourself' }]);
    await guardian.call('PATCH', `/${draft.id}`, { version: twice.version, fields: { 'household.members': [] } });
    const [only] = viewOf(await guardian.post(`/${draft.id}/submission`)).cases;
    await whom.house.delivered();
    const filed = whom.house.bureaus['social-assistance'].effects('filed') as { caseNo: string; members: object[] }[];
    expect(filed.find(({ caseNo }) => caseNo === only?.id)?.members).toEqual([
      { name: daughter.name, idNumber: daughter.idNumber, relation: 'parent' },
    ]);
  });

  it.each([
    ['nothing proves it', 422, 'guardianship.not-proven'],
    ['the guardian did not agree for a child under 14', 403, 'consent.required'],
    ['the child was taken off the list', 422, 'guardianship.not-proven'],
  ])('does not leave the house while %s, and nothing is lost', async (what, status, code) => {
    if (what.startsWith('nothing')) whom.kinship = { kind: 'not-yes', because: 'not-known' };
    const { id: dependant } = await whom.addDependant(guardian);
    const draft = await filledFor(guardian, [CARE], { dependant });
    if (what.startsWith('the guardian')) whom.house.refused.add('child-under-14');
    if (what.startsWith('the child')) await whom.call(guardian, 'DELETE', `/dependants/${dependant}`);
    const refused = await guardian.post(`/${draft.id}/submission`);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect((await guardian.view(draft.id)).fields).toEqual(draft.fields);
  });

  it('is nobody’s but the guardian’s to begin: another who knows of the child is told as of a random id', async () => {
    const { id: dependant } = await whom.addDependant(guardian);
    const other = await whom.resident(daughter);
    const begin = (whose: string) => other.post('', { programmes: [CARE], for: { dependant: whose } });
    const [theirs, random] = [await begin(dependant), await begin('4b1f6d7e-0000-4000-8000-000000000000')];
    expect([theirs.status, theirs.body.code]).toEqual([404, random.body.code]);
  });

  it('is the guardian’s up to the day before the eighteenth birthday, and the child’s on it', async () => {
    const { id: dependant } = await whom.addDependant(guardian);
    const drafts = [await filledFor(guardian, [CARE], { dependant }), await filledFor(guardian, [CARE], { dependant })];
    const birthday = CHILD_BORN.replace('2017', '2035');
    whom.at(`2035-06-10T15:59:59Z`);
    expect((await guardian.post(`/${drafts[0]?.id}/submission`)).status).toBe(200);
    whom.at(`2035-06-10T16:00:00Z`);
    const refused = await guardian.post(`/${drafts[1]?.id}/submission`);
    expect([birthday, refused.status, refused.body.code]).toEqual([birthday, 422, 'guardianship.grown-up']);
    expect(viewOf(await guardian.call('GET', `/${drafts[1]?.id}`)).subject).toMatchObject({ waits: 'grown-up' });
  });
});

it('somebody under 18 is asked to have a guardian hand it in: today, not from the birthday on', async () => {
  const young = await whom.resident({ name: '测试少年', idNumber: numbered('20090611'), birth: '2009-06-11' });
  const { id } = await young.filledDraft([CARE]);
  whom.at('2027-06-10T15:59:59Z');
  expect((await young.post(`/${id}/submission`)).body.code).toBe('guardianship.required');
  whom.at('2027-06-10T16:00:00Z');
  expect((await young.post(`/${id}/submission`)).status).toBe(200);
});

describe('an application for somebody who is helped', () => {
  it('waits for their yes, then goes with both names, and shows who handed it in', async () => {
    const { id: mandate } = await whom.asksToHelp(guardian);
    const draft = await filledFor(guardian, [CARE], { mandate });
    expect(draft.subject).toMatchObject({ kind: 'helped', mandateId: mandate, name: '测试**', state: 'waiting' });
    expect((await guardian.post(`/${draft.id}/submission`)).body.code).toBe('mandate.waiting');
    await whom.call(guardian, 'POST', `/mandates/${mandate}/acceptance`, { code: whom.code() });
    const view = viewOf(await guardian.post(`/${draft.id}/submission`));
    await whom.house.delivered();
    expect(told(view.cases[0]?.id ?? '')).toMatchObject([{ role: 'helper', name: daughter.name, state: 'acting' }]);
    const { steps } = (await guardian.call('GET', `/${draft.id}/timeline`)).body as { steps: { line: string }[] };
    expect(steps[0]?.line).toMatch(/^由测试\*\*代办，回执号 JM/);
    const { manager } = whom.house.server.app.get(Transactions);
    const [act] = await manager.findBy(AuditRow, {
      object: `relief-application:${draft.id}`,
      action: 'relief-application.submitted',
    });
    const principal = (await whom.house.server.app.get(Mandates, { strict: false }).find(mandate))?.principal;
    expect([act?.actorId, act?.person]).toEqual([guardian.accountId, principal?.personId]);
  });

  it('is one matter: no other programme, and no second application', async () => {
    const { id: mandate } = await whom.helps(guardian);
    expect((await guardian.post('', { programmes: [LIVING], for: { mandate } })).body.code).toBe(
      'mandate.other-matter',
    );
    const draft = await filledFor(guardian, [CARE], { mandate });
    const more = { version: draft.version, programmes: [CARE, LIVING] };
    expect((await guardian.call('PATCH', `/${draft.id}`, more)).body.code).toBe('mandate.other-matter');
    expect((await guardian.post('', { programmes: [CARE], for: { mandate } })).body.code).toBe('mandate.used');
  });

  it('is signed by nobody but the person themself', async () => {
    const { id: mandate } = await whom.helps(guardian);
    const { id } = await filledFor(guardian, [CARE], { mandate });
    const signed = await guardian.post(`/${id}/authorisations`, { member: 'applicant', accepted: true });
    expect([signed.status, signed.body.code]).toEqual([403, 'authorisation.not-yours']);
  });

  it('belongs to the person when it was stopped in the middle: typed words stay, the helper sees nothing', async () => {
    const { id: mandate } = await whom.helps(guardian);
    const draft = await filledFor(guardian, [CARE], { mandate });
    const herself = await whom.onOnePhone(mother);
    expect((await herself.view(draft.id)).subject).toMatchObject({ kind: 'helped', you: true });
    await whom.call(herself, 'DELETE', `/mandates/${mandate}`);
    const patch = { version: draft.version, fields: { statement: '还想说' } };
    expect((await guardian.call('PATCH', `/${draft.id}`, patch)).status).toBe(404);
    const hers = await herself.view(draft.id);
    expect(hers.fields).toEqual(draft.fields);
    const view = viewOf(await herself.post(`/${draft.id}/submission`));
    await whom.house.delivered();
    expect(told(view.cases[0]?.id ?? '')).toEqual([]);
    expect((await herself.call('GET', `/${draft.id}/receipt`)).body.filer).toBeUndefined();
  });

  it('tells every bureau when it is stopped after it was handed in, and goes on', async () => {
    const { id: mandate } = await whom.helps(guardian);
    const draft = await filledFor(guardian, [CARE], { mandate });
    const view = viewOf(await guardian.post(`/${draft.id}/submission`));
    const herself = await whom.onOnePhone(mother);
    await whom.call(herself, 'DELETE', `/mandates/${mandate}`);
    await whom.house.delivered();
    expect(told(view.cases[0]?.id ?? '')).toMatchObject([{ state: 'acting' }, { state: 'revoked' }]);
    expect(await herself.view(draft.id)).toMatchObject({ state: 'open', filer: '测试**' });
    const inbox = (await whom.call(herself, 'GET', '/notices')).body.items as { about: { id: string } }[];
    expect(inbox.map(({ about }) => about.id)).toContain(draft.id);
  });
});

it('what follows an earlier one is about the same person, and never carries one person’s words to another', async () => {
  const { id: dependant } = await whom.addDependant(guardian);
  const ward = await filledFor(guardian, [CARE], { dependant });
  const next = viewOf(await guardian.post('', { programmes: [CARE], after: ward.id }));
  expect(next.subject).toMatchObject({ kind: 'ward', dependantId: dependant });
  const own = await guardian.draft([CARE]);
  expect((await guardian.post('', { programmes: [CARE], after: own.id, for: { dependant } })).status).toBe(404);
  const { id: mandate } = await whom.helps(guardian);
  const helped = await filledFor(guardian, [CARE], { mandate });
  expect((await guardian.post('', { programmes: [CARE], after: helped.id })).body.code).toBe('mandate.other-matter');
  await whom.call(await whom.onOnePhone(mother), 'DELETE', `/mandates/${mandate}`);
  expect((await guardian.post('', { programmes: [CARE], after: helped.id })).status).toBe(404);
});

it('what is for one of the household alone begins with what was said of the household, as the child sees it', async () => {
  const { id: dependant } = await whom.addDependant(guardian, { livesTogether: true });
  const grandmother = randomUUID();
  const own = await guardian.draft([LIVING], {
    'applicant.address': '示例路 1 号',
    'household.members': [
      { id: randomUUID(), ...boy, relation: 'child' },
      { id: grandmother, name: mother.name, idNumber: mother.idNumber, relation: 'parent' },
    ],
  });
  const alone = 'single-person-minimum-living-allowance';
  const begun = viewOf(await guardian.post('', { programmes: [alone], after: own.id, for: { dependant } }));
  expect(begun.subject).toMatchObject({ kind: 'ward', dependantId: dependant });
  expect(begun.fields['applicant.address']).toBe('示例路 1 号');
  expect(begun.fields['household.members']).toEqual([
    expect.objectContaining({ id: grandmother, relation: 'grandparent' }),
  ]);
});

describe('who may', () => {
  type Route = readonly [method: string, path: string, body?: object | undefined];
  const ROUTES: readonly Route[] = [
    ['GET', ''],
    ['PATCH', '', { version: 1, fields: {} }],
    ['GET', '/timeline'],
    ['GET', '/receipt'],
    ['POST', '/submission', {}],
    ['POST', '/withdrawal', {}],
    ['POST', '/authorisations', { member: 'applicant', accepted: true }],
    ['DELETE', ''],
  ];
  const ask = (who: TestResident, id: string, [method, path, body]: Route): Promise<Reply> =>
    who.call(method, `/${id}${path}`, body, method === 'POST' ? randomUUID() : undefined);

  it.each(ROUTES.map((route) => ({ name: `${route[0]} …${route[1]}`, route })))(
    '$name: owner, guardian, helper and the person; nobody else, nor who was a helper once',
    async ({ route }) => {
      const stranger = await whom.resident({ name: '测试路人', idNumber: numbered('19750505'), birth: '1975-05-05' });
      const herself = await whom.onOnePhone(mother);
      const { id: dependant } = await whom.addDependant(guardian);
      const { id: mandate } = await whom.helps(guardian);
      const { id: own } = await guardian.draft([CARE]);
      const { id: ward } = viewOf(await guardian.post('', { programmes: [CARE], for: { dependant } }));
      const { id: helped } = viewOf(await guardian.post('', { programmes: [CARE], for: { mandate } }));
      const { status: unknown, body } = await ask(stranger, randomUUID(), route);
      expect(unknown).toBe(404);
      for (const [id, ...outsiders] of [
        [own, stranger, herself],
        [ward, stranger, herself],
        [helped, stranger],
      ] as const) {
        for (const who of outsiders) expect(await ask(who, id, route)).toMatchObject({ status: 404, body });
      }
      const deletes = route[0] === 'DELETE';
      for (const id of deletes ? [own, ward] : [own, ward, helped])
        expect((await ask(guardian, id, route)).status).not.toBe(404);
      if (!deletes) expect((await ask(herself, helped, route)).status).not.toBe(404);
      await whom.call(herself, 'DELETE', `/mandates/${mandate}`);
      expect(await ask(guardian, helped, route)).toMatchObject({ status: 404, body });
      expect((await ask(herself, helped, route)).status).not.toBe(404);
    },
  );

  it('every route of an application there is answers a helper whose time is over as it answers a random id', async () => {
    const { id: mandate } = await whom.helps(guardian);
    const { id } = viewOf(await guardian.post('', { programmes: [CARE], for: { mandate } }));
    const { server } = whom.house;
    const { paths } = openApiDocument(server.app, server.url);
    const under = Object.entries(paths).filter(([path]) => path.startsWith('/api/v1/relief/applications/{id}'));
    const routes = under.flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method })));
    expect(routes.length).toBeGreaterThan(15);
    await whom.call(await whom.onOnePhone(mother), 'DELETE', `/mandates/${mandate}`);
    for (const { path, method } of routes) {
      const at = (of: string) =>
        path
          .replace('/api/v1', '')
          .replace('{id}', of)
          .replace(/\{\w+\}/g, 'x');
      const ask = (of: string) =>
        whom.call(guardian, method.toUpperCase(), at(of), method === 'get' || method === 'delete' ? undefined : {});
      const [theirs, none] = [await ask(id), await ask(randomUUID())];
      expect([path, theirs.status, theirs.body]).toEqual([path, 404, none.body]);
    }
  });

  it('a mandate opens nothing but its one application, whatever either side has besides', async () => {
    const act = fc.constantFrom('own', 'hers', 'mandate', 'end' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
        day += 1;
        whom.at(new Date(Date.parse('2028-01-01T02:00:00Z') + day * 24 * 3600_000).toISOString());
        const [helper, herself] = [await whom.resident(daughter), await whom.onOnePhone(mother)];
        const theirs = { helper: new Set<string>(), herself: new Set<string>() };
        const open: { mandate: string; id: string }[] = [];
        for (const each of acts) {
          if (each === 'own') theirs.helper.add((await helper.draft([LIVING])).id);
          if (each === 'hers') theirs.herself.add((await herself.draft([LIVING])).id);
          if (each === 'mandate') {
            const { id: mandate } = await whom.helps(helper);
            const { id } = viewOf(await helper.post('', { programmes: [CARE], for: { mandate } }));
            open.push({ mandate, id });
            for (const list of Object.values(theirs)) list.add(id);
          }
          const ending = each === 'end' ? open.pop() : undefined;
          if (!ending) continue;
          await whom.call(herself, 'DELETE', `/mandates/${ending.mandate}`);
          theirs.helper.delete(ending.id);
        }
        const all = new Set([...theirs.helper, ...theirs.herself]);
        for (const [who, may] of [
          [helper, theirs.helper],
          [herself, theirs.herself],
        ] as const) {
          const { items } = (await who.call('GET', '?limit=50')).body as { items: { id: string }[] };
          // her earlier ones are hers still: each run has the same person
          for (const id of all) expect([id, items.some((item) => item.id === id)]).toEqual([id, may.has(id)]);
          for (const id of all) expect((await who.call('GET', `/${id}`)).status).toBe(may.has(id) ? 200 : 404);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('who helps brings nothing of their own dead into what they write for somebody', async () => {
    const { id: mandate } = await whom.helps(guardian, { programmes: ['funeral-subsidy'] });
    const { id, version } = (await whom.call(guardian, 'POST', '/farewells', {})).body as {
      id: string;
      version: number;
    };
    const deceased = { died: '2026-10-01', cremated: '2026-10-03', hukouInTianjin: false };
    expect((await whom.call(guardian, 'PATCH', `/farewells/${id}`, { version, deceased })).status).toBe(200);
    const begun = async (whose: object) =>
      viewOf(await guardian.post('', { programmes: ['funeral-subsidy'], ...whose })).found;
    expect(await begun({})).toMatchObject({ 'fact:deceased.cremationDay': '撒海登记' });
    expect(await begun({ for: { mandate } })).toBeUndefined();
  });

  it('what was begun while somebody helped ends before their help does', async () => {
    const { id: mandate } = await whom.helps(guardian);
    const herself = await whom.onOnePhone(mother);
    const { app } = whom.house.server;
    const transactions = app.get(Transactions);
    const order: string[] = [];
    let stopping: Promise<unknown> | undefined;
    await transactions.run(async () => {
      expect(await app.get(Mandates, { strict: false }).roleOf(guardian.accountId, mandate)).toBe('helper');
      stopping = whom.call(herself, 'DELETE', `/mandates/${mandate}`).then(() => order.push('stopped'));
      for (let looks = 0; looks < 500 && order.length === 0; looks += 1) await transactions.manager.query('SELECT 1');
      order.push('done');
    });
    await stopping;
    expect(order).toEqual(['done', 'stopped']);
  });

  it.each(['PATCH', 'submission'])(
    'who is stopped between the look and the act of a %s changes nothing',
    async (what) => {
      const { id: mandate } = await whom.helps(guardian);
      const herself = await whom.onOnePhone(mother);
      const draft = await filledFor(guardian, [CARE], { mandate });
      const { app } = whom.house.server;
      const mandates = app.get(Mandates, { strict: false });
      const roleOf = mandates.roleOf.bind(mandates);
      let looks = 0;
      // the guard has looked; before the act looks again, it is over
      Object.assign(mandates, {
        roleOf: async (account: string, id: string) => {
          looks += 1;
          const role = await roleOf(account, id);
          if (looks !== 1) return role;
          Reflect.deleteProperty(mandates, 'roleOf');
          await whom.call(herself, 'DELETE', `/mandates/${mandate}`);
          return role;
        },
      });
      const reply =
        what === 'PATCH'
          ? await guardian.call('PATCH', `/${draft.id}`, { version: draft.version, fields: { statement: '晚了' } })
          : await guardian.post(`/${draft.id}/submission`);
      expect([looks, reply.status]).toEqual([1, 404]);
      const { row, draft: kept } = await app.get(ApplicationsRepository, { strict: false }).get(draft.id);
      expect([row.state, row.version, kept.values.statement]).toEqual(['draft', draft.version, undefined]);
    },
  );
});
