import { Couples } from '../../../../test/couples';
import { READING_ROOM } from '../../../../test/fakes/reading-room';
import { InvitersEyes, STAFF_OF_THE_TEST } from '../../../../test/inviters-eyes';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { StaffCheck } from '../../../platform/auth/session-check.port';
import { Jobs } from '../../../platform/jobs/jobs';
import { BOOKING_TIMES_JOB } from '../booking-times.job';
import { Bookings } from '../bookings.port';

const HOUR_MS = 3_600_000;
const START = MONDAY - 5 * 24 * HOUR_MS;

type Answer = 'decline' | 'silence';

/** What the one who asked goes through afterwards, and what they see on the way. */
interface Story {
  readonly house: ReadingHouse;
  readonly couples: Couples;
  readonly inviter: Reader;
  readonly partner: Reader;
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly eyes: InvitersEyes;
  readonly day: number;
}
type Sequel = (story: Story) => Promise<void>;

const wake = (house: ReadingHouse, ...jobs: string[]) =>
  jobs.reduce<Promise<void>>(
    (before, job) => before.then(() => house.server.app.get(Jobs).wake(job)),
    Promise.resolve(),
  );
const post = async ({ eyes, inviter, id }: Story, path: string, body: object = {}) =>
  eyes.did(`POST ${path}`, await inviter.call('POST', `/${id}/${path}`, body));

const SEQUELS: Readonly<Record<string, Sequel>> = {
  'nothing, until a reminder': async ({ house }) => {
    house.at(START + 20 * HOUR_MS);
    await wake(house, 'booking-askings');
  },
  'its end': async ({ house }) => {
    house.at(START + 24 * HOUR_MS);
    await wake(house, 'booking-askings', BOOKING_TIMES_JOB);
  },
  'a renewal': async (story) => void (await post(story, 'renewal')),
  'a new link': async (story) => void (await post(story, 'invitations')),
  'another way': async (story) => void (await post(story, 'partner-way', { way: 'desk' })),
  'another time': async (story) => {
    const windowId = await story.house.open({ kind: 'table', startsIn: story.day * 24 + 5 });
    await post(story, 'reschedule', { windowId });
  },
  'a yes by the link': async ({ couples, partner, token }) => void (await couples.agree(partner, token)),
  'a yes on this phone': async (story) => {
    const { name, idNumber } = await story.couples.personOf(story.partner);
    await post(story, 'partner', { name, idNumber, agree: true });
  },
  'a yes at the desk': async ({ house, couples, partner, number }) => {
    const bookings = house.server.app.get(Bookings, { strict: false });
    const person = await couples.personOf(partner);
    expect(await house.transactions.run(() => bookings.confirmAtDesk(READING_ROOM, number, person))).toBe('done');
  },
  'giving up': async (story) => {
    story.eyes.did('DELETE', await story.inviter.call('DELETE', `/${story.id}`));
  },
};

interface Telling {
  readonly day: number;
  readonly answer: Answer;
  readonly sequel?: Sequel;
  /** Also what staff and the rest of the API show. */
  readonly everything?: boolean;
  readonly leak?: (id: string) => Promise<unknown>;
}

/** One couple's story: the other says no, or nothing, and everything the one who asked can see from then on. */
async function told(house: ReadingHouse, { day, answer, sequel, everything, leak }: Telling): Promise<string> {
  house.at(START);
  const couples = new Couples(house);
  const { inviter, partner, id, number, token, on } = await couples.asked(day);
  await couples.look(token, partner);
  const eyes = new InvitersEyes(house, inviter, id, [token], on);
  if (answer === 'decline') expect((await couples.decline(partner, token)).status).toBe(204);
  if (leak) await leak(id);
  const where = everything ? 'everything' : 'what-is-near';
  await eyes.lookAround(where);
  if (sequel) {
    await sequel({ house, couples, inviter, partner, id, number, token, eyes, day });
    await eyes.lookAround(where);
  }
  expect(eyes.answers).toBeGreaterThan(everything ? 80 : 6);
  return eyes.recording();
}

async function startHouse(): Promise<ReadingHouse> {
  const house = await startReadingHouse();
  new Couples(house).playRegister();
  const staff = { staffId: 'J1', sessionId: 's1', name: '审计甲', role: 'auditor', offices: [] } as const;
  const find = async (token: string) => (token === STAFF_OF_THE_TEST ? staff : undefined);
  Object.assign(house.server.app.get(StaffCheck, { strict: false }), { find });
  return house;
}

let houses: Readonly<Record<Answer, ReadingHouse>>;

// some hundred requests a story, twice: seconds alone, and more beside everything else
jest.setTimeout(120_000);

beforeAll(async () => {
  houses = { decline: await startHouse(), silence: await startHouse() };
});
afterAll(async () => {
  for (const house of Object.values(houses)) await house.end();
});

/** The same day in both houses, so that nothing but the answer is another. */
let day = 7;
beforeEach(() => {
  day += 1;
});

describe('a no to a booking', () => {
  it.each(Object.entries(SEQUELS))('shows nobody what a silence would not, followed by %s', async (name, sequel) => {
    const everything = name === 'its end';
    const [declined, silent] = [
      await told(houses.decline, { day, answer: 'decline', sequel, everything }),
      await told(houses.silence, { day, answer: 'silence', sequel, everything }),
    ];
    expect(declined).toEqual(silent);
  });
});

describe('the eyes that looked', () => {
  let silent: string | undefined;
  const sql = (query: string) => (id: string) => houses.decline.transactions.manager.query(query, [id]);

  it.each([
    ['a version', 'UPDATE booking SET version = version + 1 WHERE id = ?'],
    ['an earlier end', "UPDATE booking_asking SET until_at = '2026-11-25 20:00:00.000' WHERE booking_id = ?"],
    ['a way taken back', "UPDATE booking_asking SET way = 'desk' WHERE booking_id = ?"],
    ['an end to the question', "UPDATE booking_asking SET standing = NULL, ended_as = 'lapsed' WHERE booking_id = ?"],
    [
      'a link that is over',
      "UPDATE booking_invitation SET standing = NULL, ended_as = 'replaced' WHERE asking_id IN (SELECT id FROM booking_asking WHERE booking_id = ?)",
    ],
    ['a freed place', 'UPDATE slot_window SET taken = 0 WHERE id IN (SELECT window_id FROM booking WHERE id = ?)'],
    [
      'a step',
      "INSERT INTO booking_step (booking_id, version, act, why, at) VALUES (?, 99, 'ask', NULL, '2026-11-25 01:00:00.000')",
    ],
    [
      'a message',
      "INSERT INTO notice (id, account_id, topic, about_kind, about_id, created_at) SELECT booking_id, account_id, 'booking-unanswered', 'booking', booking_id, '2026-11-25 01:00:00.000' FROM booking_party WHERE booking_id = ?",
    ],
  ])('would have seen %s', async (_what, query) => {
    silent ??= await told(houses.silence, { day, answer: 'silence' });
    const leaking = await told(houses.decline, { day, answer: 'decline', leak: sql(query) });
    expect(leaking).not.toEqual(silent);
  });
});
