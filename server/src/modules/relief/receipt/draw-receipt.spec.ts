import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { drawStatement } from './draw-receipt';
import { unpackWoff } from './sfnt';
import { withinLines } from './within-lines';

const FONT = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff';
const font = unpackWoff(readFileSync(require.resolve(FONT)));

/** How many signs are measured for it, one word measured twice counting twice. */
async function measuredFor(text: string): Promise<number> {
  const measure = jest.spyOn(PDFDocument.prototype, 'widthOfString');
  try {
    await drawStatement(text, font);
    return measure.mock.calls.reduce((sum, [signs]) => sum + String(signs).length, 0);
  } finally {
    measure.mockRestore();
  }
}

const WORST = ['W', 'i', '。', 'W\u00a0', '字\u00a0', '1，', 'https://示例', '「', '—'];

it.each(WORST)('a statement is measured a few times a sign, whatever stands in it: %s', async (part) => {
  const text = `行政复议申请书\n${part.repeat(Math.ceil(4000 / part.length))}`;
  expect((await measuredFor(text)) / text.length).toBeLessThan(12);
});

describe('what is longer than a line without a place to break it', () => {
  const signs = fc.array(fc.constantFrom('W', 'i', '。', '，', '字', '句', ' ', '\u00a0', '-', '\n'), {
    maxLength: 80,
  });
  const wide = (sign: string) => ({ W: 10, i: 3, '\n': 0 })[sign] ?? 8;

  it('loses nothing but gets breaks, and no piece of it is wider than a line', () => {
    fc.assert(
      fc.property(signs, (all) => {
        const text = withinLines(all.join(''), 60, wide);
        expect(text.replaceAll('\n', '')).toBe(all.join('').replaceAll('\n', ''));
        for (const piece of text.split(/(?<=[ \n])|(?<=\p{Script=Han})(?=\p{Script=Han})/u)) {
          expect([...piece].reduce((sum, sign) => sum + wide(sign), 0)).toBeLessThanOrEqual(60);
        }
      }),
    );
  });

  it('is the only thing that is changed', () => {
    const sentence = '我不服街道 2026 年 11 月 25 日的决定，理由如下：收入算错了，请重新核对。 '.repeat(20);
    expect(withinLines(sentence, 480, () => 12)).toBe(sentence);
  });
});
