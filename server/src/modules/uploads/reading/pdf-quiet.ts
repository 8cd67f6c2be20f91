import type { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { NamesOfPdf } from './pdf-names';
import { NotTaken } from './reading';

export type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

/** What of a mark on a page pdf.js tells; it has no type for it. */
interface Annotation {
  readonly subtype?: string;
  /** A command of the reader's menu, e.g. `Print`. */
  readonly action?: string;
  /** Scripts by the event that runs them. */
  readonly actions?: object | null;
  readonly attachment?: object;
  /** Where it leads, as written. */
  readonly unsafeUrl?: string;
  /** The same when it is an address of the web, of mail or of a telephone. */
  readonly url?: string;
}

const MOVING = ['3D', 'FileAttachment', 'Movie', 'RichMedia', 'Screen', 'Sound'];

/**
 * That a reader of PDFs, whatever way the file was written, finds pages in it and nothing that acts: at its opening, in
 * its lists, on its pages. @throws NotTaken `active`
 */
export async function mustBeQuiet(document: PdfDocument, { opens }: NamesOfPdf): Promise<void> {
  const opening: { readonly dest?: unknown; readonly action?: unknown } | null = await document.getOpenAction();
  const active = [
    await document.hasJSActions(),
    (await document.getAttachments()) !== null,
    opening?.action !== undefined,
    // pdf.js knows a place in the file when it is to be shown; of a program to start it says nothing
    opens && opening?.dest === undefined,
  ];
  if (active.some(Boolean)) throw new NotTaken('active');
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const annotations: readonly Annotation[] = await page.getAnnotations();
    if ((await page.getJSActions()) !== null || annotations.some(acts)) throw new NotTaken('active');
    page.cleanup();
  }
}

function acts({ subtype = '', action, actions, attachment, unsafeUrl, url }: Annotation): boolean {
  if (action || actions || attachment || MOVING.includes(subtype)) return true;
  // what else a link may name is a file, or a program
  return unsafeUrl !== undefined && url === undefined;
}
