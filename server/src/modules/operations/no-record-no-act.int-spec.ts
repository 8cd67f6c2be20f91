import { AccessHouse } from '../../../test/access/access-house';
import { send } from '../../../test/access/matrix';
import { type Caller, outcomesOf } from '../../../test/access/policies';
import type { Row } from '../../../test/access/row';
import { staffRows } from '../../../test/access/staff-rows';
import { AuditMacs } from '../../platform/audit/audit-macs';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';

/** Says nothing of anybody: what everybody may read, counts, one's own post, plans before they are acted on; or is so already. */
const NOT_RECORDED = [
  'GET /staff/undelivered',
  'GET /staff/dead-letters',
  'GET /staff/windows',
  'GET /staff/openings',
  'GET /staff/voyages/{id}/families',
  'POST /staff/windows/preview',
  'PUT /staff/routing/{street}',
  'POST /staff/routing/changes',
  'GET /staff/sessions/current',
  'GET /staff/urgent-requests/count',
  'GET /staff/standards',
  'GET /staff/routing',
  'GET /staff/routing/changes',
  'GET /staff/delegation',
  'GET /staff/calendar',
  'GET /staff/voyages',
  'POST /staff/routing/preview',
];
/** Change with the clock, whoever does what. */
const BY_THEMSELVES =
  /^(outbox_message|disclosure|inbox|audit_chain|address_tries|job|lease|staff_sign_in_try|staff_session|migrations)/;

let house: AccessHouse;

beforeAll(async () => {
  house = await AccessHouse.start();
});
afterAll(() => house.end());

/** All there is but what moves by itself, table by table. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const { manager } = house.server.app.get(Transactions);
  const tables = manager.dataSource.entityMetadatas.map(({ tableName }) => tableName);
  const found: Record<string, string> = {};
  for (const table of tables.filter((name) => !BY_THEMSELVES.test(name)))
    found[table] = JSON.stringify(await manager.query(`SELECT * FROM ${table} ORDER BY 1, 2`));
  return found;
}

/** Whoever may, asks while no record can be written; what is wrong with how it went. */
async function tryWithoutRecord(route: string, row: Row): Promise<readonly string[]> {
  const outcomes = outcomesOf(row.policy);
  const callers: readonly Caller[] = ['operator', 'clerk', 'auditor'];
  const caller = callers.find((each) => outcomes[each] === 'in') ?? 'operator';
  const asked = await row.ask(house, 'own');
  // what is late is reckoned and told of now, and a death followed, not by themselves between the two looks
  for (const job of ['relief.late-steps', 'after-death.follow']) await house.server.app.get(Jobs).wake(job);
  const before = await everything();
  const macs = house.server.app.get(AuditMacs, { strict: false });
  const signs = macs.sign.bind(macs);
  // what else an act signs is signed: the record itself is what fails
  const sign = jest.spyOn(macs, 'sign').mockImplementation((about, content) => {
    if (about === 'row') throw new Error('the records cannot be written');
    return signs(about, content);
  });
  const { status, text } = await send(house, route, asked, caller).finally(() => sign.mockRestore());
  if (NOT_RECORDED.includes(route)) return status < 300 ? [] : [`${status} ${text}`];
  const after = await everything();
  const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
  return [...(status < 500 ? [`${status} ${text.slice(0, 200)}`] : []), ...changed.map((table) => `changed ${table}`)];
}

describe('while nothing can be put on record', () => {
  it.each(Object.entries(staffRows))('%s neither shows nor does anything at a desk', async (route, row) => {
    expect(await tryWithoutRecord(route, row)).toEqual([]);
  });
});
