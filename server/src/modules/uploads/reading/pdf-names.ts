import { inflateSync } from 'node:zlib';

/** Whatever makes a PDF do more than show pages, by the names the format has for it. */
const ACTIVE = [
  'JavaScript',
  'JS',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Filespec',
  'FileAttachment',
  'RichMedia',
  'Rendition',
  'Movie',
  'Sound',
  '3D',
  'XFA',
];
const STREAM = /stream\r?\n/g;
const MOST_UNPACKED = 32 * 1024 * 1024;

/**
 * Whether the file names anything active, also with its letters written as `#4A`, also packed away in an object stream.
 * Content of pages and pictures is not looked at: three letters of it may be anything.
 */
export function namesAnythingActive(pdf: Buffer): boolean {
  const { outside, packed } = partsOf(pdf);
  return [outside, ...packed].some((text) => {
    const plain = text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return [...plain.matchAll(/\/([A-Za-z0-9]+)/g)].some(([, name = '']) => ACTIVE.includes(name));
  });
}

/** What stands outside of streams, and what object streams hold. */
function partsOf(pdf: Buffer): { readonly outside: string; readonly packed: readonly string[] } {
  const text = pdf.toString('latin1');
  const outside: string[] = [];
  const packed: string[] = [];
  let from = 0;
  let room = MOST_UNPACKED;
  STREAM.lastIndex = 0;
  for (let match = STREAM.exec(text); match; match = STREAM.exec(text)) {
    const end = text.indexOf('endstream', STREAM.lastIndex);
    if (end < 0) break;
    const dictionary = text.slice(from, match.index);
    outside.push(dictionary);
    if (/\/ObjStm/.test(dictionary.slice(-600)) && room > 0) {
      const unpacked = unpack(pdf.subarray(STREAM.lastIndex, end), room);
      room -= unpacked.length;
      packed.push(unpacked);
    }
    from = end;
    STREAM.lastIndex = end + 'endstream'.length;
  }
  outside.push(text.slice(from));
  return { outside: outside.join('\n'), packed };
}

/** What cannot be unpacked is read as it stands. */
function unpack(bytes: Buffer, maxOutputLength: number): string {
  try {
    return inflateSync(bytes, { maxOutputLength, finishFlush: 2 }).toString('latin1');
  } catch {
    return bytes.toString('latin1');
  }
}
