import { inflateSync } from 'node:zlib';
import { objectsIn, type PdfObject, unescaped } from './pdf-objects';
import { NotTaken } from './reading';

/** Whatever makes a PDF do more than show pages, by the names the format has for it. */
const ACTIVE = [
  'JavaScript',
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
];
/** Three letters of a picture may be anything: these count only where names stand. */
const ACTIVE_AND_SHORT = ['JS', '3D', 'XFA', 'AA'];
/** What the format has act as soon as the file is opened; a reader of it must say what that is. */
const OPENING = 'OpenAction';
const MOST_UNPACKED = 32 * 1024 * 1024;

/** What the names in a file say of it. */
export interface NamesOfPdf {
  readonly acts: boolean;
  /** Whether something is to be done or shown when the file is opened. */
  readonly opens: boolean;
}

/**
 * Whether the file names anything active: anywhere in its bytes, also with letters written as `#4A`, also packed away in
 * an object stream. Nothing is passed over because of where it stands; a reader may be led there.
 * @throws NotTaken `unreadable` when something is packed or written as no program does.
 */
export function namesIn(pdf: Buffer): NamesOfPdf {
  const text = pdf.toString('latin1');
  if (namesAny(text, ACTIVE)) return { acts: true, opens: false };
  let opens = false;
  for (const each of textsOfObjects(pdf, text)) {
    if (namesAny(each, [...ACTIVE, ...ACTIVE_AND_SHORT])) return { acts: true, opens };
    opens ||= namesAny(each, [OPENING]);
  }
  return { acts: false, opens };
}

function namesAny(text: string, names: readonly string[]): boolean {
  for (const [, name = ''] of unescaped(text).matchAll(/\/([A-Za-z0-9]+)/g)) if (names.includes(name)) return true;
  return false;
}

function* textsOfObjects(pdf: Buffer, text: string): Generator<string> {
  let room = MOST_UNPACKED;
  for (const object of objectsIn(text)) {
    yield object.text;
    if (!mayPackObjects(object)) continue;
    const packed = unpacked(pdf, object, room);
    room -= packed.length;
    yield packed;
  }
}

/** Readers find packed objects by `/First`, and not all of them ask whether the stream calls itself a pack. */
function mayPackObjects({ isStream, entries }: PdfObject): boolean {
  return isStream && (entries.has('/First') || (entries.get('/Type') ?? '').includes('/ObjStm'));
}

/** In the one way in which programs pack them. @throws NotTaken `unreadable` */
function unpacked(pdf: Buffer, { entries, dataAt }: PdfObject, maxOutputLength: number): string {
  const filter = entries.get('/Filter') ?? '';
  const plain = /^\[?\/(?:FlateDecode|Fl)\]?$/.test(filter) && !entries.has('/DecodeParms') && !entries.has('/DP');
  if (!plain || dataAt === undefined || maxOutputLength <= 0) throw new NotTaken('unreadable');
  try {
    return inflateSync(pdf.subarray(dataAt), { maxOutputLength }).toString('latin1');
  } catch {
    throw new NotTaken('unreadable');
  }
}
