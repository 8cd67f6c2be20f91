import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * Rewrites an 8-bit RGB or RGBA PNG with a palette of at most `most` (≤ 256) colours: screens have few colours, and the edges of
 * letters survive it. About a third of the bytes. Opaque pictures only; the picture is returned as it was otherwise.
 */
export function shrinkPng(png, most = 256) {
  const header = readChunks(png).find(({ type }) => type === 'IHDR').data;
  const readable = header[8] === 8 && (header[9] === 2 || header[9] === 6) && header[12] === 0;
  if (!readable) return png;
  const size = { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
  const colours = pixelsOf(png);
  const { palette, indexOf } = paletteFor(colours, most);
  const small = writeIndexed(size, palette, indexedRows(colours, indexOf, size));
  return small.length < png.length ? small : png;
}

/** The colours of a picture this module reads or writes, one number (0xRRGGBB) a pixel. */
export function pixelsOf(png) {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR').data;
  const channels = { 2: 3, 3: 1, 6: 4 }[header[9]];
  const size = { width: header.readUInt32BE(0), height: header.readUInt32BE(4), channels };
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const raw = unfilter(inflateSync(packed), size);
  if (channels > 1) return coloursOf(raw, size);
  const palette = chunks.find(({ type }) => type === 'PLTE').data;
  return Uint32Array.from(raw, (index) => palette.readUIntBE(index * 3, 3));
}

/** A PNG of plain RGB pixels, one number (0xRRGGBB) each. */
export function writeTrueColour({ width, height }, pixels) {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (const [at, colour] of pixels.entries()) {
    rows.writeUIntBE(colour, Math.floor(at / width) * (width * 3 + 1) + 1 + (at % width) * 3, 3);
  }
  return pngOf({ width, height }, 2, [chunk('IDAT', deflateSync(rows))]);
}

function readChunks(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Undoes the filter each row of a PNG is stored with (PNG specification, section 9). */
function unfilter(raw, { width, height, channels }) {
  const stride = width * channels;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= channels ? out[at - channels] : 0;
      const up = y > 0 ? out[at - stride] : 0;
      const corner = x >= channels && y > 0 ? out[at - stride - channels] : 0;
      out[at] = raw[y * (stride + 1) + 1 + x] + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function coloursOf(pixels, { width, height, channels }) {
  const colours = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    const at = pixel * channels;
    colours[pixel] = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  }
  return colours;
}

/** The most frequent colours; every other one becomes the nearest of them. */
function paletteFor(colours, most) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const frequent = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const palette = frequent.slice(0, most);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of frequent.slice(most)) indexOf.set(colour, nearest(palette, colour));
  return { palette, indexOf };
}

function nearest(palette, colour) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < palette.length; index += 1) {
    const distance = distanceOf(palette[index], colour);
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

function distanceOf(one, other) {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return 3 * red * red + 4 * green * green + 2 * blue * blue;
}

function indexedRows(colours, indexOf, { width, height }) {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf.get(colours[y * width + x]);
  }
  return rows;
}

function writeIndexed(size, palette, rows) {
  const entries = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return pngOf(size, 3, [chunk('PLTE', entries), chunk('IDAT', deflateSync(rows, { level: 9 }))]);
}

function pngOf({ width, height }, colourType, chunks) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC[(crc ^ byte) & 255] ^ (crc >>> 8)) >>> 0;
  return (crc ^ 0xffffffff) >>> 0;
}
