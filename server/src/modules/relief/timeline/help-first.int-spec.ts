import { randomUUID } from 'node:crypto';
import type { TimelineView } from '@jinmen/shared/applications/views';
import { type ReliefHouse, startReliefHouse } from '../../../../test/relief-house';
import { send } from '../../../../test/resident';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

it('help asked for at once stands on the timeline of the application that waits, and on nobody else’s', async () => {
  const [waits, other] = [house.resident(), house.resident()];
  const [one, another] = [
    await waits.submitted(['temporary-assistance']),
    await other.submitted(['temporary-assistance']),
  ];
  const said = { forSomebodyElse: false, kinds: ['no-food'], place: '北站', phone: '13812345678' };
  const headers = { authorization: `Bearer ${waits.accountId}`, 'idempotency-key': randomUUID() };
  const { body } = await send(house.server, 'POST', '/api/v1/urgent-requests', said, headers);
  const lines = async (resident: typeof waits, id: string) =>
    ((await resident.call('GET', `/${id}/timeline`)).body as unknown as TimelineView).steps.map(({ line }) => line);
  expect(await lines(waits, one.id)).toContain(`急难求助 ${String(body.number)}`);
  expect((await lines(other, another.id)).join()).not.toContain('急难求助');
});
