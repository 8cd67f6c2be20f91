import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { photoOfPaper } from '../../../test/hostile-files';
import { startServer, type TestServer } from '../../../test/server';
import { BlobStore } from '../../platform/blobs/blob-store';
import { Transactions } from '../../platform/database/transactions';
import { DailyUse } from './daily-use';
import { UploadDay } from './uploaded-file.entity';
import { Uploads } from './uploads.port';
import { UploadsSweep } from './uploads-sweep.job';

let server: TestServer;
let photo: Buffer;

beforeAll(async () => {
  server = await startServer({ CLOCK_AT: '2026-11-25T02:00:00Z' });
  photo = await photoOfPaper();
});
afterAll(() => server.end());

const uploads = () => server.app.get(Uploads, { strict: false });
const transactions = () => server.app.get(Transactions);
const take = (accountId: string) =>
  uploads().take(accountId, Readable.from([photo.subarray(0, 99), photo.subarray(99)]));

it('a file nobody kept is gone after two looks of the sweep; one that is kept stays until it is forgotten', async () => {
  const account = randomUUID();
  const [kept, left] = [await take(account), await take(account)];
  await transactions().run(() => uploads().keep(kept, account));
  const sweep = server.app.get(UploadsSweep, { strict: false });
  const blobs = server.app.get(BlobStore);
  await sweep.sweep();
  expect(await blobs.get(left.fileId)).toBeDefined();
  await sweep.sweep();
  expect(await blobs.get(left.fileId)).toBeUndefined();
  expect((await uploads().read(kept.fileId))?.bytes).toHaveLength(kept.bytes);
  await transactions().run(() => uploads().forget([kept.fileId]));
  expect(await uploads().read(kept.fileId)).toBeUndefined();
});

it('one account may send so much in a day, however many servers it asks, and no transaction waits for a file', async () => {
  const account = randomUUID();
  await Promise.all([take(account), take(account)]);
  const { manager } = transactions();
  const [row] = await manager.findBy(UploadDay, { subject: account });
  expect(row).toMatchObject({ day: '2026-11-25', kilobytes: 2 * Math.ceil(photo.length / 1024) });
  await manager.update(UploadDay, { subject: account }, { kilobytes: 150 * 1024 });
  await expect(take(account)).rejects.toMatchObject({ status: 429, code: 'upload.daily-limit' });
  await expect(transactions().run(() => take(account))).rejects.toThrow('transaction');
});

it('one account may have its files read for so long in a day, also those that were refused', async () => {
  const account = randomUUID();
  const { manager } = transactions();
  const read = async () => (await manager.findOneBy(UploadDay, { subject: account }))?.readingMs ?? 0;
  await take(account);
  const once = await read();
  expect(once).toBeGreaterThan(0);
  await expect(uploads().take(account, Readable.from([photo.subarray(0, 5000)]))).rejects.toMatchObject({
    status: 422,
  });
  expect(await read()).toBeGreaterThan(once);
  await manager.update(UploadDay, { subject: account }, { readingMs: 10 * 60_000 });
  const enough = { status: 429, code: 'upload.daily-limit' };
  await expect(take(account)).rejects.toMatchObject(enough);
  // and one whose first look was before the last of the others was read
  await expect(server.app.get(DailyUse, { strict: false }).countBytes(account, 5000)).rejects.toMatchObject(enough);
  expect(await read()).toBe(10 * 60_000);
});
