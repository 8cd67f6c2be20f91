import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pixelsOf, shrinkPng, writeTrueColour } from './screens/shrink-png.mjs';

/** A picture of `width`×`height` whose pixel (x, y) has the colour `colourAt` gives. */
function drawn(width, height, colourAt) {
  const pixels = Array.from({ length: width * height }, (_, at) => colourAt(at % width, Math.floor(at / width)));
  return { png: writeTrueColour({ width, height }, pixels), pixels };
}

describe('making a picture smaller', () => {
  it('changes no pixel of one with at most 256 colours', () => {
    const { png, pixels } = drawn(80, 60, (x, y) => ((x * 7919 + y * 104_729 + x * y * 31) % 200) * 0x010203);
    const small = shrinkPng(png);
    assert.ok(small.length < png.length, `${small.length} of ${png.length}`);
    assert.deepEqual([...pixelsOf(small)], pixels);
  });

  it('keeps every pixel of one with more colours close to what it was', () => {
    const { png, pixels } = drawn(128, 128, (x, y) => (x << 17) | (y << 9) | ((x + y) & 255));
    const after = pixelsOf(shrinkPng(png));
    const far = pixels.filter((colour, at) => Math.abs((colour >> 16) - (after[at] >> 16)) > 128);
    assert.equal(far.length, 0);
  });

  it('leaves alone what it has made before', () => {
    const { png } = drawn(40, 40, (x, y) => (x * y) & 255);
    const once = shrinkPng(png);
    assert.deepEqual(shrinkPng(once), once);
  });
});
