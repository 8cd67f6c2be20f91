import { fileKindOf } from './file-kind';
import { readHeic } from './read-heic';
import { readPdf } from './read-pdf';
import { readPicture } from './read-picture';
import { NotTaken, type ReadFile, type Reading } from './reading';

const readers = {
  jpeg: readPicture,
  png: readPicture,
  webp: readPicture,
  gif: readPicture,
  heic: readHeic,
  pdf: readPdf,
};

async function read(bytes: Buffer): Promise<ReadFile> {
  if (bytes.length === 0) throw new NotTaken('empty');
  const kind = fileKindOf(bytes);
  if (!kind) throw new NotTaken('other-kind');
  return readers[kind](bytes);
}

// one file at a time comes in, and its reading goes out before the next
process.on('message', (bytes: Uint8Array) => {
  read(Buffer.from(bytes)).then(
    (file) => process.send?.({ file } satisfies Reading),
    (error: unknown) => process.send?.({ refused: error instanceof NotTaken ? error.why : 'broken' } satisfies Reading),
  );
});
process.on('disconnect', () => process.exit());
