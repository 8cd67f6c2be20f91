import { AccessHouse } from '../test/access/access-house';
import { firstWhose, matrix, send, tryMoreFields, tryRoute } from '../test/access/matrix';
import { bodyClasses, columnNames, takenBeside } from '../test/access/more-fields';
import type { Asked, Row } from '../test/access/row';
import { tryInAnEndedSession, tryInAnotherPost, tryWithoutConsent, tryWithoutMandate } from '../test/access/taken-away';
import { openApiDocument } from './platform/http/openapi';

/** For what makes a thing for every route with a body in one test: seconds by itself, more beside others. */
const FOR_ALL_MS = 240_000;

let house: AccessHouse;

beforeAll(async () => {
  house = await AccessHouse.start();
});
afterAll(() => house.end());

it('every route of the API has a row, and every row a route', () => {
  const { paths } = openApiDocument(house.server.app, house.server.url);
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
  expect(Object.keys(matrix).sort()).toEqual(described.sort());
});

it.each(Object.entries(matrix))(
  '%s lets in who may and nobody else, and answers a stranger as for a random id',
  async (route, row) => {
    expect(await tryRoute(house, route, row)).toEqual([]);
  },
);

/** What a bureau sends is its own document, read by `wire.ts`. */
const withBody = Object.entries(matrix).filter(
  ([route, { policy }]) => /^(POST|PUT|PATCH)/.test(route) && policy !== 'bureau',
);

const asked = new Map<string, Asked>();
/** The thing of a route for both tests of its fields: neither changes it before the last line of the second. */
async function askedOnce(route: string, row: Row): Promise<Asked> {
  const known = asked.get(route) ?? (await row.ask(house, firstWhose(row)));
  asked.set(route, known);
  return known;
}

it(
  'no body may name a column of ours beside its own fields, whatever else is good in it',
  async () => {
    const [names, classes] = [columnNames(house), bodyClasses(house)];
    expect([names.length, classes.size].map((count) => count > 60)).toEqual([true, true]);
    const taken: string[] = [];
    for (const [route, row] of withBody) {
      const type = classes.get(route);
      if (!type) continue;
      const { body } = await askedOnce(route, row);
      taken.push(...(await takenBeside(type, body as object, names)).map((name) => `${route}: ${name}`));
    }
    expect(taken).toEqual([]);
  },
  FOR_ALL_MS,
);

it.each(withBody)('%s takes no field beside its own, at any depth, and changes nothing by it', async (route, row) => {
  const wrong = await tryMoreFields(house, route, row, await askedOnce(route, row));
  // what was made for another route since may have changed this one's thing: a fault is there with a new one too
  const still = wrong.length > 0 ? await tryMoreFields(house, route, row, await row.ask(house, firstWhose(row))) : [];
  expect(still).toEqual([]);
});

it('no list gives more than a page, whatever is asked for', async () => {
  const { paths } = openApiDocument(house.server.app, house.server.url);
  const paged = Object.keys(matrix).filter((route) => {
    const parameters = paths[`/api/v1${route.replace('GET ', '')}`]?.get?.parameters ?? [];
    return parameters.some((parameter) => 'name' in parameter && parameter.name === 'limit');
  });
  expect(paged.length).toBeGreaterThan(5);
  const taken: string[] = [];
  for (const route of paged) {
    for (const query of ['limit=1e9', 'limit=51', 'limit=0', 'limit=-1', 'limit=1&limit=2', 'size=1e9', 'limit[]=50']) {
      const whose = route.includes('/staff/') ? 'operator' : 'owner';
      const { status } = await send(house, route, { query }, whose);
      if (status !== 400) taken.push(`${route}?${query}: ${status}`);
    }
  }
  expect(taken).toEqual([]);
});

describe('a right that is taken away while a request is under way', () => {
  it('was the helper’s: what they were let in for is not done', async () => {
    expect(await tryWithoutMandate(house, matrix)).toEqual([]);
  });

  it('was a consent: nothing is handed in', async () => {
    expect(await tryWithoutConsent(house)).toEqual([]);
  });

  it(
    'was a colleague’s session: nothing at a desk is done in it, and the try is on record',
    async () => {
      const { wrong, refused } = await tryInAnEndedSession(house, matrix);
      expect(wrong).toEqual([]);
      expect(refused).toBeGreaterThan(40);
    },
    FOR_ALL_MS,
  );

  it('was a colleague’s post: what they were let in for as an operator is not done', async () => {
    expect(await tryInAnotherPost(house, matrix)).toBe('403, the call is open');
  });
});
