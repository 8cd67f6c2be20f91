import { readPicture } from './read-picture';
import { MOST_DOTS, NotTaken, type ReadFile } from './reading';

interface HeicImage {
  readonly width: number;
  readonly height: number;
  decode(): Promise<{ readonly data: Uint8ClampedArray }>;
}

type HeicDecode = {
  all(input: { readonly buffer: Uint8Array }): Promise<readonly HeicImage[] & { dispose(): void }>;
};

/** As iPhones keep photos. libheif as WebAssembly: its memory is its own, and it is given none of the file system. */
export async function readHeic(bytes: Buffer): Promise<ReadFile> {
  const { all }: HeicDecode = require('heic-decode');
  let images: Awaited<ReturnType<HeicDecode['all']>>;
  try {
    images = await all({ buffer: bytes });
  } catch {
    throw new NotTaken('broken');
  }
  try {
    const [first] = images;
    if (!first || first.width * first.height > MOST_DOTS / 2) throw new NotTaken(first ? 'too-many-dots' : 'broken');
    const { data } = await first.decode();
    const { width, height } = first;
    return await readPicture({ width, height, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) });
  } catch (error) {
    throw error instanceof NotTaken ? error : new NotTaken('broken');
  } finally {
    images.dispose();
  }
}
