import { AccessHouse } from '../test/access/access-house';
import { tryWords } from '../test/access/addresses';
import { matrix } from '../test/access/matrix';

/** For what makes a thing for every route with a body in one test: seconds by itself, more beside others. */
const FOR_ALL_MS = 240_000;

let house: AccessHouse;

beforeAll(async () => {
  house = await AccessHouse.start();
});
afterAll(() => house.end());

let tried: ReturnType<typeof tryWords> | undefined;
/** Both are found in one walk through everything there is. */
const words = () => {
  const open = Object.entries(matrix).filter(([, { policy }]) => policy !== 'bureau');
  tried ??= tryWords(house, open);
  return tried;
};

it(
  'no word of a request makes the server call an address',
  async () => {
    expect((await words()).addresses).toEqual([]);
  },
  FOR_ALL_MS,
);

it(
  'no text of a request is taken for more than a text, by the database, a header or the log',
  async () => {
    const { texts, reached } = await words();
    expect(texts).toEqual([]);
    // most are for a pattern to refuse; so many are anybody's words
    expect(reached.length).toBeGreaterThan(60);
  },
  FOR_ALL_MS,
);
