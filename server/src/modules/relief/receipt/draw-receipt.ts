import type { ReceiptView } from '@jinmen/shared/applications/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { dayWords } from '@jinmen/shared/kernel/day-words';
import PDFDocument from 'pdfkit';
import { instantOf } from '../../../platform/clock';
import { receiptWords } from '../words';
import { withinLines } from './within-lines';

/** Stands for a character the font lacks (a rare name, say): a gap on paper is better than no paper. 下横线框, U+3013. */
const MISSING = '〓';
const FONT = 'noto-sans-sc';
const INK = '#1f2a30';
const QUIET = '#5b6870';
const LINE = '#b9c6c9';

/** A receipt as one page to print. `font`: an unpacked TrueType font with Chinese. */
export function drawReceipt(receipt: ReceiptView, font: Buffer): Promise<Buffer> {
  const issued = instantOf(Date.parse(receipt.submittedAt));
  const info = { Title: receiptWords.title, Author: receiptWords.from, CreationDate: issued };
  return drawn(info, font, (page) => page.draw(receipt));
}

/** What a resident wrote to somebody, line by line, its first line as the title. It says nothing of when or from where. */
export function drawStatement(text: string, font: Buffer): Promise<Buffer> {
  const [title = '', ...lines] = text.split('\n');
  return drawn({ Title: title, CreationDate: instantOf(0) }, font, (page) => page.write(title, lines));
}

function drawn(info: PDFKit.DocumentInfo, font: Buffer, draw: (page: Page) => void): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 56, info, lang: 'zh-CN' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  document.registerFont(FONT, font).font(FONT);
  draw(new Page(document));
  document.end();
  return finished;
}

class Page {
  constructor(private readonly document: PDFKit.PDFDocument) {}

  draw({ receiptNumber, submittedAt, applicant, filer, programmes, papers, next, phone }: ReceiptView): void {
    const words = receiptWords;
    this.text(words.from, 11, QUIET).text(words.title, 24).rule();
    this.pair(words.number, receiptNumber);
    this.pair(words.submitted, dayWords(dayInShanghai(Date.parse(submittedAt))));
    this.pair(filer === undefined ? words.applicant : words.about, applicant);
    if (filer !== undefined) this.pair(words.filer, filer);
    this.heading(words.programmes);
    for (const { title, holder, waits, due } of programmes) {
      const by = due && words.due(dayWords(due.on), due.clock, due.expected);
      this.text(title, 13)
        .text(waits ?? [words.holder(holder), ...(by ? [by] : [])].join('。'), 11, QUIET)
        .gap(0.4);
    }
    this.list(words.papers, papers);
    this.list(words.next, next);
    this.gap(0.6).rule().pair(words.phone, phone);
    this.text(words.noTrace, 10, QUIET);
  }

  write(title: string, lines: readonly string[]): void {
    this.text(title, 20).gap(0.6);
    for (const line of lines) {
      if (line.trim() === '') this.gap(0.6);
      else this.text(line, 12);
    }
  }

  private list(title: string, lines: readonly string[]): void {
    this.heading(title);
    for (const line of lines) this.text(`· ${line}`, 12);
  }

  private heading(title: string): void {
    this.gap(0.8).text(title, 14).gap(0.2);
  }

  private pair(label: string, value: string): void {
    this.document
      .fillColor(QUIET)
      .fontSize(12)
      .text(this.readable(`${label}　`), { continued: true });
    this.document.fillColor(INK).text(this.readable(value));
  }

  private text(words: string, size: number, colour = INK): this {
    this.document.fillColor(colour).fontSize(size).text(this.readable(words), { lineGap: 3 });
    return this;
  }

  private gap(lines: number): this {
    this.document.moveDown(lines);
    return this;
  }

  private rule(): this {
    const { document } = this;
    const { left, right } = document.page.margins;
    document.moveDown(0.4);
    document
      .moveTo(left, document.y)
      .lineTo(document.page.width - right, document.y)
      .strokeColor(LINE)
      .stroke();
    document.moveDown(0.8);
    return this;
  }

  /** The words with every character replaced that the font cannot draw, and nothing in them longer than a line. */
  private readable(words: string): string {
    // pdfkit's types leave out the font in use, the only one who knows which characters it can draw
    const { font } = (this.document as unknown as { readonly _font: { readonly font: Glyphs } })._font;
    const drawable = [...words].map((each) => (font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0) ? each : MISSING));
    const { page } = this.document;
    const line = page.width - page.margins.left - page.margins.right;
    return withinLines(drawable.join(''), line, (sign) => this.document.widthOfString(sign));
  }
}

/** What fontkit knows of a font; pdfkit keeps it to itself. */
interface Glyphs {
  hasGlyphForCodePoint(codePoint: number): boolean;
}
