import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { listFiles } from './lib/content-hash.mjs';
import { inRoot } from './lib/root.mjs';

const require = createRequire(import.meta.url);
// the sources as they are: the phone's own specs read every \u00a0 as a plain space (miniapp/test/plain-spaces.cjs)
require(inRoot('server/test/register-swc.cjs'));
const load = (file) => require(inRoot(file));

const { dayInWords, dayAndWeekday, shanghaiTime } = load('miniapp/src/platform/clock.ts');
const { figureWords } = load('miniapp/src/copy/figures.ts');
const { passWords } = load('miniapp/src/copy/marriage-pass.ts');
const { helpingWords } = load('miniapp/src/copy/helping.ts');
const { keep } = load('miniapp/src/copy/keep.ts');
const { doubts } = load('shared/src/facts/doubts.ts');
const { commitmentText } = load('shared/src/applications/commitment-text.ts');
const { monthWords } = load('shared/src/kernel/day-words.ts');
const { yuan } = load('shared/src/kernel/money.ts');
const { momentWords } = load('server/src/modules/bookings/booking-words.ts');

const promise = commitmentText([{ name: '诊断证明', by: '2026-12-05' }], { followDays: 30, extensionDays: 10 }).join(
  '',
);
const doubted = (id) => doubts.find((each) => each.id === id)?.text ?? '';
const MOMENT = Date.parse('2026-11-26T00:30:00Z');

describe('a day, a sum or a figure is never torn at a line’s end', () => {
  const whole = [
    ['a day on the phone', dayInWords('2026-12-05'), '2026~年~12~月~5~日'],
    ['a day with its weekday', dayAndWeekday('2026-12-05'), '12~月~5~日 周六'],
    ['a moment on the phone', shanghaiTime(MOMENT), '11~月~26~日 8:30'],
    ['a moment a booking’s answer names', momentWords(new Date(MOMENT)), '11~月~26~日 8:30'],
    ['a month', monthWords('2027-01-01'), '2027~年~1~月'],
    ['the hours of a pass', passWords.hours('9:30', '10:00'), '9:30~到~10:00'],
    ['a day somebody promises', promise, '2026~年~12~月~5~日'],
    ['a sum', yuan(156_750), '1567.50~元'],
    ['a range of sums', figureWords.yuan('800 到 1045'), '800 到 1045~元'],
    ['a sum one is asked about', doubted('basic-pension-large'), '3000~元'],
    ['a large round sum', doubted('wages-large'), '10~万元'],
    ['years', figureWords.standard.years('60'), '60~岁'],
    ['somebody’s age', helpingWords.children.named('李小明', 9), '9~岁'],
    ['a multiple', figureWords.standard.permille('1.5'), '1.5~倍'],
    ['months', figureWords.standard.months('12'), '12~个月'],
    ['what is counted of a kept result', keep.list.likely(3), '3~项'],
  ];
  for (const [what, text, figure] of whole)
    it(what, () => assert.ok(text.includes(figure.replaceAll('~', '\u00a0')), JSON.stringify(text)));
});

/** Whoever writes a value into a text with a plain space between it and 年, 月, 日, 元 or 万元 builds it beside the one place. */
describe('no other place writes one', () => {
  const BESIDE = /\$\{[^}]*\} (?:年|月|日|万?元)/;
  /** Part of a text whose hash names its version: another space would be another text. */
  const HASHED = ['server/src/modules/rights/keeping/keeping.ts'];

  it('is seen where one does', () => {
    assert.match('`$' + '{year} 年`', BESIDE);
    assert.doesNotMatch('`$' + '{year}\\u00a0年`', BESIDE);
  });

  it('in what a resident reads', () => {
    const sources = listFiles(['shared/src', 'server/src', 'miniapp/src'], isSource);
    assert.ok(sources.length > 900, `${sources.length} sources`);
    const written = sources.filter((file) => BESIDE.test(readFileSync(file, 'utf8')));
    assert.deepEqual(
      written,
      HASHED.map((file) => inRoot(file)),
    );
  });
});

function isSource(file) {
  return /\.tsx?$/.test(file) && !/\.spec\.tsx?$|-spec\.ts$/.test(file);
}
