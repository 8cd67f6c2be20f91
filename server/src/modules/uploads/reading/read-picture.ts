import sharp, { type Sharp } from 'sharp';
import { unclearnessOf } from './clearness';
import { MOST_DOTS, NotTaken, type ReadFile } from './reading';

/** Enough to read a page of print by; larger is only slower to send on. */
const LONGEST_EDGE = 2400;
const QUALITY = 82;
const SECONDS = 10;
const GREY_EDGE = 640;

sharp.cache(false);
sharp.concurrency(1);
// every reader but those of the four kinds that get here: what nobody calls cannot be broken into
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});

/** Colours as a decoder gave them, four bytes a dot. */
export interface RawPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/**
 * The picture drawn anew as a JPEG: upright, in sRGB, on white, with nothing of the file but what one sees.
 * @throws NotTaken
 */
export async function readPicture(source: Buffer | RawPicture): Promise<ReadFile> {
  try {
    const picture = await opened(source);
    const { data, info } = await picture
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true });
    const unclear = await unclearnessIn(data, Math.min(info.width, info.height));
    return { kind: 'jpeg', bytes: data, pages: 1, ...(unclear && { unclear }) };
  } catch (error) {
    throw error instanceof NotTaken ? error : new NotTaken('broken');
  }
}

/** Its head is read first, so that too large a picture costs nothing. */
async function opened(source: Buffer | RawPicture): Promise<Sharp> {
  if (!Buffer.isBuffer(source)) {
    const { width, height, data } = source;
    return sharp(data, { raw: { width, height, channels: 4 } });
  }
  const { width = 0, height = 0 } = await sharp(source, { limitInputPixels: false }).metadata();
  if (width * height > MOST_DOTS) throw new NotTaken('too-many-dots');
  return sharp(source, { limitInputPixels: MOST_DOTS, failOn: 'truncated', sequentialRead: true }).autoOrient();
}

async function unclearnessIn(jpeg: Buffer, shortEdge: number) {
  const grey = sharp(jpeg)
    .resize({ width: GREY_EDGE, height: GREY_EDGE, fit: 'inside', withoutEnlargement: true })
    .greyscale();
  const { data, info } = await grey.raw().toBuffer({ resolveWithObject: true });
  return unclearnessOf({ width: info.width, height: info.height, dots: data, shortEdge });
}
