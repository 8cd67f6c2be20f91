import { type ClientRequest, request } from 'node:http';
import { photoOfPaper } from '../test/hostile-files';
import { type ReliefHouse, startReliefHouse, type TestResident } from '../test/relief-house';
import { until } from '../test/until';
import { Accounts } from './modules/sessions/accounts.port';
import { Places } from './modules/uploads/places';
import { UploadDay } from './modules/uploads/uploaded-file.entity';
import { Clock } from './platform/clock';
import { Transactions } from './platform/database/transactions';

const BOUNDARY = 'a-boundary';
const HEAD = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="x.jpg"\r\n\r\n`;
const PLACE = 'materials/identity-card';

let house: ReliefHouse;
let photo: Buffer;

beforeAll(async () => {
  house = await startReliefHouse();
  photo = await photoOfPaper();
});
afterAll(() => house.end());

/** Somebody with a draft, into which a photo belongs. */
async function somebody(): Promise<Sender> {
  const anna = house.resident();
  return { anna, id: (await anna.filledDraft(['minimum-living-allowance'])).id };
}

interface Sender {
  readonly anna: TestResident;
  readonly id: string;
}

/** A photo that is half on its way until it is told to finish. */
class HalfSent {
  answer: readonly [status: number, code: string | undefined, retryAfter: string | undefined] | undefined;
  private readonly sending: ClientRequest;

  constructor({ anna, id }: Sender) {
    this.sending = request(`${house.server.url}/api/v1/relief/applications/${id}/${PLACE}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${anna.accountId}`,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
    });
    this.sending.on('error', () => undefined);
    this.sending.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const { code } = JSON.parse(Buffer.concat(parts).toString()) as { code?: string };
        this.answer = [response.statusCode ?? 0, code, response.headers['retry-after']];
      });
    });
    this.sending.write(HEAD);
    this.sending.write(photo.subarray(0, 1000));
  }

  async finished(): Promise<HalfSent['answer']> {
    this.sending.end(Buffer.concat([photo.subarray(1000), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]));
    await until(() => expect(this.answer).toBeDefined());
    return this.answer;
  }

  breakOff(): void {
    this.sending.destroy();
  }
}

const taken = () => house.server.app.get(Places, { strict: false }).all;
const answered = (all: readonly HalfSent[]) => all.filter(({ answer }) => answer !== undefined);
const times = (count: number) => Array.from({ length: count });

describe('photos that come at once', () => {
  it('of one account: three are read, the others are told to wait, and the place of one broken off is free', async () => {
    const one = await somebody();
    const all = times(8).map(() => new HalfSent(one));
    await until(() => expect(answered(all)).toHaveLength(5));
    expect(answered(all).map(({ answer }) => answer)).toEqual(
      times(5).map(() => [429, 'upload.one-after-another', '5']),
    );
    expect(taken()).toBe(3);
    const [broken, ...others] = all.filter(({ answer }) => answer === undefined);
    broken?.breakOff();
    await until(() => expect(taken()).toBe(2));
    expect((await new HalfSent(one).finished())?.[0]).toBe(200);
    for (const each of others) expect((await each.finished())?.[0]).toBe(200);
    expect(taken()).toBe(0);
  });

  it('of many accounts: twelve are read, the others are told to wait, and all are taken afterwards', async () => {
    const six = await Promise.all(times(6).map(somebody));
    const all = six.flatMap((each) => times(3).map(() => new HalfSent(each)));
    await until(() => expect(answered(all)).toHaveLength(6));
    expect(answered(all).map(({ answer }) => answer)).toEqual(times(6).map(() => [429, 'upload.many-at-once', '5']));
    expect(taken()).toBe(12);
    // all together: whoever had to wait with half a photo until eleven others are read would be cut off at last
    const ends = all.filter(({ answer }) => answer === undefined).map((each) => each.finished());
    expect((await Promise.all(ends)).map((answer) => answer?.[0])).toEqual(times(12).map(() => 200));
    expect(taken()).toBe(0);
    const [first] = six;
    expect(first && (await new HalfSent(first).finished())?.[0]).toBe(200);
  });

  it('of an account that sent enough today: are refused before they are read', async () => {
    const one = await somebody();
    const day = house.server.app.get(Clock).today();
    const { manager } = house.server.app.get(Transactions);
    const counted = await house.server.app.get(Accounts, { strict: false }).countedAs(one.anna.accountId);
    await manager.insert(UploadDay, { subject: counted.slice(0, 36), day, kilobytes: 150 * 1024 });
    const half = new HalfSent(one);
    await until(() => expect(half.answer).toBeDefined());
    expect(half.answer).toEqual([429, 'upload.daily-limit', '3600']);
    expect(taken()).toBe(0);
  });
});
