import type { NoticeView } from '@jinmen/shared/residents/views';
import { type Asked, Couples } from '../../../../test/couples';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { answered, send } from '../../../../test/resident';
import { Jobs } from '../../../platform/jobs/jobs';
import { BOOKING_TIMES_JOB } from '../booking-times.job';
import { AskingsRepository } from './askings.repository';

const HOUR_MS = 3_600_000;
const START = MONDAY - 5 * 24 * HOUR_MS;

let house: ReadingHouse;
let couples: Couples;
let day = 7;

beforeAll(async () => {
  house = await startReadingHouse();
  couples = new Couples(house);
});
afterAll(() => house.end());
beforeEach(() => {
  house.at(START);
  day += 1;
});

const wake = (job: string) => house.server.app.get(Jobs).wake(job);

/** What each message leads to. */
async function heardBy({ accountId }: Reader): Promise<readonly NoticeView['about'][]> {
  const reply = await send(house.server, 'GET', '/api/v1/notices', undefined, { authorization: `Bearer ${accountId}` });
  return answered<{ items: NoticeView[] }>(reply).items.map(({ about }) => about);
}

async function askingOf({ id }: Asked): Promise<string> {
  const query = 'SELECT id FROM booking_asking WHERE booking_id = ?';
  const [row]: { id: string }[] = await house.transactions.manager.query(query, [id]);
  return row?.id ?? '';
}

/** The first link went to somebody who opened it, and was then taken back by a second one. */
async function sentToTheWrongOne() {
  const asked = await couples.asked(day);
  const stranger = await house.reader();
  expect(await couples.look(asked.token, stranger)).toMatchObject({ state: 'open' });
  const meant = await couples.invite(asked.inviter, asked.id);
  return { ...asked, stranger, meant, asking: await askingOf(asked) };
}

describe('a link that was taken back', () => {
  it('says yes, no or anything to nobody who had opened it, not by the id of what is asked either', async () => {
    const { inviter, partner, stranger, meant, asking, id } = await sentToTheWrongOne();
    for (const reply of [await couples.agree(stranger, asking), await couples.decline(stranger, asking)])
      expect(reply.status).toBe(404);
    expect((await couples.look(asking, stranger)).state).toBeUndefined();
    expect(await inviter.view(id)).toMatchObject({ state: 'pending-partner' });
    expect(await couples.look(meant, partner)).toMatchObject({ state: 'open' });
    expect(await couples.agree(partner, asking)).toMatchObject({ status: 200, body: { state: 'confirmed' } });
  });

  it('reminds nobody who had opened it, and tells them no end: only who opened the one that stands', async () => {
    const { partner, stranger, meant, asking } = await sentToTheWrongOne();
    await couples.look(meant, partner);
    house.at(START + 20 * HOUR_MS);
    await wake('booking-askings');
    house.at(START + 24 * HOUR_MS);
    await wake(BOOKING_TIMES_JOB);
    expect(await heardBy(stranger)).toEqual([]);
    expect(await heardBy(partner)).toEqual([
      { kind: 'invitation', id: asking },
      { kind: 'invitation', id: asking },
    ]);
  });

  it('is answered with a no by nobody from that moment on, and looked at again it brings nothing back', async () => {
    const { stranger, token, asking } = await sentToTheWrongOne();
    expect(await couples.look(token, stranger)).toEqual({ state: 'revoked' });
    expect((await couples.decline(stranger, token)).status).toBe(409);
    expect((await couples.look(asking, stranger)).state).toBeUndefined();
  });

  it('opened while another one replaces it leaves nobody who may answer', async () => {
    const asked = await couples.asked(day);
    const stranger = await house.reader();
    const askings = house.server.app.get(AskingsRepository, { strict: false });
    const { findLink } = askings;
    const replaced = jest.spyOn(askings, 'findLink').mockImplementationOnce(async (token) => {
      const link = await findLink.call(askings, token);
      await couples.invite(asked.inviter, asked.id);
      return link;
    });
    await couples.look(asked.token, stranger);
    replaced.mockRestore();
    expect((await couples.look(await askingOf(asked), stranger)).state).toBeUndefined();
  });
});
