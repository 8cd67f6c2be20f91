import { randomUUID } from 'node:crypto';
import { pngBomb } from '../hostile-files';

const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Forms a phone would not send; the first is the one it does. */
const FORMS: readonly ((right: Buffer) => readonly Part[])[] = [
  (right) => [{ name: 'file', bytes: right }],
  () => [{ name: 'file', bytes: Buffer.alloc(0) }],
  () => [{ name: 'file', bytes: Buffer.concat([jpegHead, Buffer.alloc(2000, 7)]) }],
  (right) => [{ name: 'file', bytes: right.subarray(0, Math.floor(right.length / 2)) }],
  (right) => [{ name: 'photo', bytes: right }],
  (right) => [
    { name: 'file', bytes: right },
    { name: 'file', bytes: right },
  ],
  () => [{ name: 'file', bytes: pngBomb(50_000, 50_000) }],
  () => [{ name: 'file', bytes: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%%EOF') }],
  () => [],
];

export function formFile(
  right: Buffer = Buffer.alloc(0),
  which = 0,
): { readonly content: Buffer; readonly type: string } {
  const boundary = randomUUID();
  const parts = (FORMS[which % FORMS.length] ?? (() => []))(right).map(({ name, bytes }) => {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="x.jpg"\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')]);
  });
  const content = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return { content, type: `multipart/form-data; boundary=${boundary}` };
}
