import { inflateSync } from 'node:zlib';

/** Sizes of the two headers and of one entry of their tables (W3C WOFF 1.0 §3–4; OpenType, "Organization of a font"). */
const WOFF = { header: 44, entry: 20 } as const;
const SFNT = { header: 12, entry: 16 } as const;

/**
 * The font inside a WOFF file as it was before it was packed. fontkit reads a WOFF table by unpacking it again for each
 * glyph, which takes seconds a page; of this it only looks up.
 * @throws Error for anything that is no WOFF file.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableOf(woff, WOFF.header + index * WOFF.entry));
  const header = Buffer.alloc(SFNT.header + count * SFNT.entry);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  let offset = header.length;
  for (const [index, { tag, checksum, content, padded }] of tables.entries()) {
    const at = SFNT.header + index * SFNT.entry;
    header.write(tag, at, 4, 'latin1');
    header.writeUInt32BE(checksum, at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(content.length, at + 12);
    offset += padded.length;
  }
  return Buffer.concat([header, ...tables.map(({ padded }) => padded)]);
}

function tableOf(woff: Buffer, at: number) {
  const offset = woff.readUInt32BE(at + 4);
  const packedLength = woff.readUInt32BE(at + 8);
  const length = woff.readUInt32BE(at + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  const content = packedLength < length ? inflateSync(packed) : packed;
  const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
  return { tag: woff.toString('latin1', at, at + 4), checksum: woff.readUInt32BE(at + 16), content, padded };
}
