import { namesAnythingActive } from './pdf-names';
import { MOST_PDF_PAGES, NotTaken, type ReadFile } from './reading';

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfDocument = Awaited<ReturnType<Pdf['getDocument']>['promise']>;

/** After the last `%%EOF` stand line ends at most; more is another file behind this one. */
const LONGEST_TAIL = 64;

/** A PDF as it came, once it is known to open without a password and to do nothing but show pages. @throws NotTaken */
export async function readPdf(bytes: Buffer): Promise<ReadFile> {
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) throw new NotTaken('broken');
  if (bytes.length - end - '%%EOF'.length > LONGEST_TAIL) throw new NotTaken('active');
  if (namesAnythingActive(bytes)) throw new NotTaken('active');
  const document = await opened(bytes);
  try {
    if (document.numPages > MOST_PDF_PAGES) throw new NotTaken('too-many-pages');
    await mustBeQuiet(document);
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

/** The same once more as a reader understands the file, whatever way it was written. */
async function mustBeQuiet(document: PdfDocument): Promise<void> {
  const { info } = await document.getMetadata();
  if ('EncryptFilterName' in info && info.EncryptFilterName) throw new NotTaken('locked');
  const opening = await document.getOpenAction();
  const active = [
    await document.hasJSActions(),
    (await document.getAttachments()) !== null,
    opening !== null && typeof opening === 'object' && 'action' in opening,
  ];
  if (active.some(Boolean)) throw new NotTaken('active');
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    if ((await page.getJSActions()) !== null) throw new NotTaken('active');
    page.cleanup();
  }
}
