import sharp from 'sharp';
import {
  handmadePdf,
  heicPhoto,
  objectStream,
  photoOfPaper,
  plainField,
  pngBomb,
  scannedPdf,
  zipArchive,
} from '../../../../test/hostile-files';
import { FileReader } from './file-reader';
import type { ReadFile, WhyRefused } from './reading';

// the reader's process runs the sources as they are
process.execArgv.push('-r', require.resolve('../../../../test/register-swc.cjs'));

const reader = new FileReader();
const refused = async (bytes: Buffer) => {
  const reading = await reader.read(bytes);
  return 'refused' in reading ? reading.refused : 'taken';
};
const taken = async (bytes: Buffer): Promise<ReadFile> => {
  const reading = await reader.read(bytes);
  if ('refused' in reading) throw new Error(`refused: ${reading.refused}`);
  return reading.file;
};

beforeAll(async () => {
  await reader.read(await photoOfPaper());
});
afterAll(() => reader.onApplicationShutdown());

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
    expect(await refused(pngBomb(50_000, 50_000))).toBe('too-many-dots');
    // what is drawn of the same picture, had it fewer dots
    expect(await refused(pngBomb(10_000, 10_000))).toBe('broken');
  });
});

describe('a PDF', () => {
  it('as a scanner writes it is kept as it came', async () => {
    const pdf = await scannedPdf(2);
    expect(await taken(pdf)).toEqual({ kind: 'pdf', bytes: pdf, pages: 2 });
    expect((await taken(handmadePdf({}))).pages).toBe(1);
  });

  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
  const acting: readonly (readonly [string, Buffer])[] = [
    ['runs a script when opened', handmadePdf({ catalogue: `/OpenAction ${script}` })],
    ['runs a script by another spelling', handmadePdf({ catalogue: '/OpenAction << /S /J#61vaScript /J#53 (1) >>' })],
    ['runs a script when a page opens', handmadePdf({ page: `/AA << /O ${script} >>` })],
    ['starts a program', handmadePdf({ catalogue: '/OpenAction << /S /Launch /F (cmd.exe) >>' })],
    ['names scripts', handmadePdf({ catalogue: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` })],
    ['holds a script in a packed object', handmadePdf({ more: [objectStream(script)] })],
    ['brings a file along', handmadePdf({ catalogue: '/Names << /EmbeddedFiles << /Names [] >> >>' })],
    ['has a form that sends', handmadePdf({ page: '/Annots [<< /Subtype /Link /A << /S /SubmitForm >> >>]' })],
    ['plays a film', handmadePdf({ page: '/Annots [<< /Subtype /RichMedia >>]' })],
    ['is an archive too', Buffer.concat([handmadePdf({}), zipArchive()])],
  ];
  it.each(acting)('that %s is refused as active', async (_, pdf) => {
    expect(await refused(pdf)).toBe('active');
  });

  it('with a password, or locked without one, is refused as locked', async () => {
    expect(await refused(await scannedPdf(1, { userPassword: 'secret' }))).toBe('locked');
    expect(await refused(await scannedPdf(1, { ownerPassword: 'secret', permissions: {} }))).toBe('locked');
  });

  it('of very many pages, cut off, or in name alone is refused with its reason', async () => {
    expect(await refused(await scannedPdf(31))).toBe('too-many-pages');
    const pdf = await scannedPdf(2);
    expect(await refused(pdf.subarray(0, pdf.length / 2))).toBe('broken');
    expect(await refused(Buffer.from('%PDF-1.7\nnothing more\n%%EOF'))).toBe('broken');
  });
});

it('a reader that dies takes one file with it, and the next is read', async () => {
  const photo = await photoOfPaper();
  const [first, second] = [reader.read(photo), reader.read(photo)];
  reader.onApplicationShutdown();
  const readings = await Promise.all([first, second]);
  expect(readings.filter((reading) => 'file' in reading).length).toBeGreaterThanOrEqual(1);
  expect('file' in (await reader.read(photo))).toBe(true);
});
