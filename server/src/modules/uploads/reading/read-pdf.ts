import { type NamesOfPdf, namesIn } from './pdf-names';
import { mustBeQuiet, type PdfDocument } from './pdf-quiet';
import { MOST_PDF_PAGES, NotTaken, type ReadFile } from './reading';

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** After the last `%%EOF` stand line ends at most; more is another file behind this one. */
const LONGEST_TAIL = 64;

/** A PDF as it came, once it is known to open without a password and to do nothing but show pages. @throws NotTaken */
export async function readPdf(bytes: Buffer): Promise<ReadFile> {
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) throw new NotTaken('broken');
  if (bytes.length - end - '%%EOF'.length > LONGEST_TAIL) throw new NotTaken('active');
  const names = lookedAt(bytes);
  if (names !== 'unreadable' && names.acts) throw new NotTaken('active');
  const document = await opened(bytes);
  try {
    await mustBeUnlocked(document);
    // of a locked file nothing packed can be read: it is told the better reason
    if (names === 'unreadable') throw new NotTaken(names);
    if (document.numPages > MOST_PDF_PAGES) throw new NotTaken('too-many-pages');
    await mustBeQuiet(document, names);
    return { kind: 'pdf', bytes, pages: document.numPages };
  } catch (error) {
    throw error instanceof NotTaken ? error : new NotTaken('broken');
  } finally {
    await document.destroy();
  }
}

async function opened(bytes: Buffer): Promise<PdfDocument> {
  const { getDocument, VerbosityLevel }: Pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  try {
    return await getDocument({
      // its own copy: the reader takes the memory away
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: true,
      useWasm: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    throw new NotTaken(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken');
  }
}

function lookedAt(bytes: Buffer): NamesOfPdf | 'unreadable' {
  try {
    return namesIn(bytes);
  } catch (error) {
    if (error instanceof NotTaken && error.why === 'unreadable') return error.why;
    throw error;
  }
}

async function mustBeUnlocked(document: PdfDocument): Promise<void> {
  const { info } = await document.getMetadata();
  if ('EncryptFilterName' in info && info.EncryptFilterName) throw new NotTaken('locked');
}
