import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { readerOfFiles } from '../../../../test/file-reading';
import { heicPhoto, photoOfPaper, plainField, pngBomb, zipArchive } from '../../../../test/hostile-files';
import type { WhyRefused } from './reading';

const { reader, refused, taken } = readerOfFiles();

beforeAll(async () => {
  await taken(await photoOfPaper());
});
afterAll(() => reader.onApplicationShutdown());

/** The most memory any process of ours ever had at once; none where no system tells. */
async function mostMegabytes(): Promise<number> {
  const own = await readFile(`/proc/self/task/${process.pid}/children`, 'utf8').catch(() => '');
  const each = own
    .split(' ')
    .filter(Boolean)
    .map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000;
    });
  return Math.max(0, ...(await Promise.all(each)));
}

describe('a photo', () => {
  it('is drawn anew: without its place, its camera and its words', async () => {
    const photo = await photoOfPaper();
    expect(photo.includes('canary-copyright')).toBe(true);
    const { kind, bytes, unclear } = await taken(photo);
    const { exif, format, width } = await sharp(bytes).metadata();
    expect([kind, format, width, exif, unclear]).toEqual(['jpeg', 'jpeg', 1200, undefined, undefined]);
    expect(bytes.includes('canary-copyright')).toBe(false);
  });

  it('stands upright as the camera was held, and is no larger than a page needs', async () => {
    const lying = await sharp(await photoOfPaper(4000, 3000))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { width, height } = await sharp((await taken(lying)).bytes).metadata();
    expect([width, height]).toEqual([1800, 2400]);
  });

  it.each(['png', 'webp', 'gif'] as const)('in %s becomes a JPEG', async (format) => {
    const { bytes } = await taken(
      await sharp(await photoOfPaper())
        .toFormat(format)
        .toBuffer(),
    );
    expect((await sharp(bytes).metadata()).format).toBe('jpeg');
  });

  it('of an iPhone becomes a JPEG', async () => {
    const { bytes } = await taken(heicPhoto);
    const { format, width, height } = await sharp(bytes).metadata();
    expect([format, width, height]).toEqual(['jpeg', 64, 48]);
  });

  it.each([
    ['all black', 'dark', () => plainField('#050505')],
    ['one white wall', 'blank', () => plainField('#f4f4f4')],
    ['tiny', 'small', () => photoOfPaper(300, 200)],
    [
      'out of focus',
      'blurred',
      async () =>
        sharp(await photoOfPaper())
          .blur(25)
          .jpeg()
          .toBuffer(),
    ],
  ] as const)('%s is taken, and said to be %s', async (_, unclear, photo) => {
    expect((await taken(await photo())).unclear).toBe(unclear);
  });

  it('with an archive behind it, or a page of a website in its comment, keeps the picture alone', async () => {
    const zipped = Buffer.concat([await photoOfPaper(), zipArchive()]);
    expect((await taken(zipped)).bytes.includes('canary-in-the-zip')).toBe(false);
    const gif = await sharp(await photoOfPaper())
      .gif()
      .toBuffer();
    const page = Buffer.from('<script>canary()</script>');
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, page.length]), page, Buffer.from([0])]);
    const mixed = Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1)]);
    expect((await taken(mixed)).bytes.includes('<script>')).toBe(false);
  });
});

describe('what is no picture', () => {
  const other: readonly (readonly [string, WhyRefused, Buffer])[] = [
    ['nothing at all', 'empty', Buffer.alloc(0)],
    ['a program named .jpg', 'other-kind', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(500)])],
    ['a program of Linux', 'other-kind', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(500)])],
    ['a drawing that may hold scripts', 'other-kind', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page of a website', 'other-kind', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an archive', 'other-kind', zipArchive()],
    ['a test file of virus scanners', 'other-kind', Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD')],
    ['the first bytes of a JPEG and then none', 'broken', Buffer.from('ffd8ffe000104a4649460001', 'hex')],
    ['the head of a GIF before a page', 'broken', Buffer.from('GIF89a/*<script>canary()</script>*/=1;')],
    ['the head of an iPhone photo before nothing', 'broken', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ];
  it.each(other)('%s is refused as %s', async (_, why, bytes) => {
    expect(await refused(bytes)).toBe(why);
  });

  it('a photo cut off in the middle is refused as broken', async () => {
    const photo = await photoOfPaper();
    expect(await refused(photo.subarray(0, photo.length / 2))).toBe('broken');
  });

  it('a picture of 50 000 × 50 000 dots is refused by its head, before a dot of it is drawn', async () => {
    const before = await mostMegabytes();
    expect(await refused(pngBomb(50_000, 50_000))).toBe('too-many-dots');
    // its dots would be 7 500 of them
    expect((await mostMegabytes()) - before).toBeLessThan(100);
    // what is drawn of the same picture, had it fewer dots
    expect(await refused(pngBomb(10_000, 10_000))).toBe('broken');
  });
});

it('a reader that dies takes one file with it, and the next is read', async () => {
  const photo = await photoOfPaper();
  const [first, second] = [reader.read('a', photo), reader.read('b', photo)];
  reader.onApplicationShutdown();
  const readings = await Promise.all([first, second]);
  expect(readings.filter((reading) => 'file' in reading).length).toBeGreaterThanOrEqual(1);
  expect('file' in (await reader.read('a', photo))).toBe(true);
});

it('three files of an account at once are read in turn with those of everybody', async () => {
  const photo = await photoOfPaper();
  const told: string[] = [];
  const send = (account: string) => reader.read(account, photo).then(() => told.push(`${account} is read`));
  await Promise.all(['A', 'A', 'A', 'B', 'C'].map(send));
  expect(told).toEqual(['A is read', 'B is read', 'C is read', 'A is read', 'A is read']);
});

it('six photos of a resident, sent one after another while others send theirs, are all read', async () => {
  const photo = await photoOfPaper();
  const six = async (account: string) => {
    for (let page = 1; page <= 6; page += 1) expect(await reader.read(account, photo)).toHaveProperty('file');
  };
  await Promise.all(['A', 'B', 'C'].map(six));
});
