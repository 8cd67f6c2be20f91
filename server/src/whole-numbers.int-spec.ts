import { AccessHouse, STAFF } from '../test/access/access-house';
import { matrix, send } from '../test/access/matrix';
import { type Caller, outcomesOf } from '../test/access/policies';
import { Transactions } from './platform/database/transactions';
import { openApiDocument } from './platform/http/openapi';

/** A phone or an ID number with no sign left out. */
const WHOLE = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dX])(?!\d)/;
/** Our own ids and instants, which are numbers of nobody. */
const OURS = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?/g;

/** Whether it shows one, in whatever width and with whatever stands between its digits. */
function showsWhole(text: string): boolean {
  const plain = text
    .replaceAll(OURS, '#')
    .normalize('NFKC')
    .replaceAll(/\\[nt]/g, ' ');
  return WHOLE.test(plain.replaceAll(/(?<=\d)[^\p{L}\d"*,:#]+(?=[\dX])/gu, ''));
}

/** Where a colleague is shown one. A new one counts its looks, and then stands here. */
const SHOWING = [
  'POST /staff/call-list/{id}/number',
  'POST /staff/urgent-requests/{id}/number',
  'POST /staff/guardianships/lookup',
  'POST /staff/mandates/{id}/number',
  'POST /staff/complaints/{id}/text',
  'POST /staff/displaced/{id}/people/{role}/number',
  'POST /staff/replacing/{service}/{kind}/calls/{subject}/number',
  'POST /staff/voyages/{id}/manifest/whole',
];

let house: AccessHouse;

beforeAll(async () => {
  house = await AccessHouse.start();
});
afterAll(() => house.end());

const isDesk = ([route]: readonly [string, unknown]) => /^\w+ \/staff\//.test(route);
const colleagues = Object.keys(STAFF) as (Caller & keyof typeof STAFF)[];

async function seenBy(staff: keyof typeof STAFF): Promise<number> {
  const { manager } = house.server.app.get(Transactions);
  const [row]: { count: number | string }[] = await manager.query(
    'SELECT COUNT(*) AS count FROM number_view WHERE staff_id = ?',
    [STAFF[staff]],
  );
  return Number(row?.count);
}

it('nobody at a desk is shown a whole number without its being counted, at whatever route', async () => {
  const [wrong, showing]: string[][] = [[], []];
  for (const [route, row] of Object.entries(matrix).filter(isDesk)) {
    const staff = colleagues.find((each) => outcomesOf(row.policy)[each] === 'in');
    if (staff === undefined) continue;
    const asked = await row.ask(house, 'own');
    const before = await seenBy(staff);
    const { status, text } = await send(house, route, asked, staff);
    if (status >= 300) wrong?.push(`${route}: ${status} ${text}`);
    if (!showsWhole(text)) continue;
    showing?.push(route);
    if ((await seenBy(staff)) <= before) wrong?.push(`${route} shows one and counts none`);
  }
  expect(wrong).toEqual([]);
  expect(showing?.sort()).toEqual([...SHOWING].sort());
});

it('no route is described as showing a whole number that is not known to count it', () => {
  const { paths } = openApiDocument(house.server.app, house.server.url);
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({
      route: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      answer: JSON.stringify((told as { readonly responses?: object }).responses ?? {}),
    })),
  );
  const whole = described.filter(({ route, answer }) => isDesk([route, answer]) && showsWhole(answer));
  expect(whole.length).toBeGreaterThan(3);
  expect(whole.map(({ route }) => route).filter((route) => !SHOWING.includes(route))).toEqual([]);
});
