import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** A PDF as a scanner writes it. */
export function scannedPdf(pages = 2, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', ...options });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) document.addPage();
    document.text(`page ${page}`);
  }
  document.end();
  return whole;
}

/** A PDF of one page whose catalogue, page or further objects hold what the caller wants. */
export function handmadePdf({ catalogue = '', page = '', more = [] }: HandmadePdf): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] ${page} >>`,
    ...more,
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}${xref}${trailer}`, 'latin1');
}

export interface HandmadePdf {
  readonly catalogue?: string;
  readonly page?: string;
  /** Objects from number 4 on. */
  readonly more?: readonly string[];
}

/** An object stream with the given text in it, packed. */
export function objectStream(
  text: string,
  { keys = '', type = '/Type /ObjStm', pack = deflated }: Packing = {},
): string {
  const packed = pack(`4 0 ${text}`);
  return `<< ${type} /N 1 /First 4 ${keys || '/Filter /FlateDecode'} /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}

export interface Packing {
  /** In place of its filter. */
  readonly keys?: string;
  readonly type?: string;
  readonly pack?: (text: string) => string;
}

export const deflated = (text: string) => deflateSync(Buffer.from(text, 'latin1')).toString('latin1');

/** A PDF as office programs write it: everything but the drawing packed away, and a packed table of what lies where. */
export function packedPdf({ catalogue = '', page = '' }: Pick<HandmadePdf, 'catalogue' | 'page'> = {}): Buffer {
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/Outlines<</First 3 0 R/Last 3 0 R/Count 1>>${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R${page}>>`,
  ];
  const starts = objects.map((_, index) => objects.slice(0, index).join(' ').length + (index > 0 ? 1 : 0));
  const head = `${objects.map((_, index) => `${index + 1} ${starts[index]}`).join(' ')} `;
  const packed = deflated(head + objects.join(' '));
  const drawing = deflated('0 0 1 rg 20 20 160 160 re f');
  const stream = (keys: string, data: string) =>
    `<<${keys}/Filter/FlateDecode/Length ${data.length}>>\r\nstream\r\n${data}\r\nendstream\r\nendobj\r\n`;
  let text = '%PDF-1.7\r\n%\xb5\xb5\xb5\xb5\r\n';
  const places = [stream('', drawing), stream(`/Type/ObjStm/N 3/First ${head.length}`, packed)].map((body, index) => {
    const place = text.length;
    text += `${index + 4} 0 obj\r\n${body}`;
    return place;
  });
  const row = (kind: number, place: number, index: number) => [kind, place >> 8, place & 255, index];
  const rows = [row(0, 0, 0), row(2, 5, 0), row(2, 5, 1), row(2, 5, 2), ...places.map((place) => row(1, place, 0))];
  const table = deflated(String.fromCharCode(...[...rows, row(1, text.length, 0)].flat()));
  const end = `startxref\r\n${text.length}\r\n%%EOF\r\n`;
  return Buffer.from(`${text}6 0 obj\r\n${stream('/Type/XRef/Size 7/W[1 2 1]/Root 1 0 R', table)}${end}`, 'latin1');
}
