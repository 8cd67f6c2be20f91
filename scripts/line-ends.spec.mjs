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
const { doneWords } = load('miniapp/src/copy/submit.ts');
const { piersOf } = load('miniapp/src/packages/relief/case/timeline-view.ts');
const { passWords } = load('miniapp/src/copy/marriage-pass.ts');
const { helpingWords } = load('miniapp/src/copy/helping.ts');
const { keep } = load('miniapp/src/copy/keep.ts');
const { plan } = load('miniapp/src/copy/plan.ts');
const { caseWords } = load('miniapp/src/copy/case.ts');
const { complaintWords } = load('miniapp/src/copy/complaints.ts');
const { farewellWords } = load('miniapp/src/copy/funeral-farewell.ts');
const { passesWords } = load('miniapp/src/copy/funeral-boarding.ts');
const { urgent } = load('miniapp/src/copy/urgent.ts');
const { doubts } = load('shared/src/facts/doubts.ts');
const { commitmentText } = load('shared/src/applications/commitment-text.ts');
const { monthWords } = load('shared/src/kernel/day-words.ts');
const { yuan } = load('shared/src/kernel/money.ts');
const { momentWords } = load('server/src/modules/bookings/booking-words.ts');

const promise = commitmentText([{ name: '诊断证明', by: '2026-12-05' }], { followDays: 30, extensionDays: 10 }).join(
  '',
);
const doubted = (id) => doubts.find((each) => each.id === id)?.text ?? '';
const STEP = { id: 's', state: 'now', title: '书面通知', line: '最晚 12 月 2 日送到（3 个工作日）。' };
const MOMENT = Date.parse('2026-11-26T00:30:00Z');

describe('a day, a sum or a figure is never torn at a line’s end', () => {
  const whole = [
    ['a day on the phone', dayInWords('2026-12-05'), '2026~年~12~月~5~日'],
    ['a day with its weekday', dayAndWeekday('2026-12-05'), '12~月~5~日 周^六'],
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
    ['the others of a plan', plan.over.ifNotGranted(['单人保', '低保边缘家庭']), '另外 2~项'],
    ['how long an office has', caseWords.step.due('12 月 2 日', '30 个工作日'), '（30~个^工^作^日）'],
    ['the same of several', caseWords.step.due('', '15 个工作日，再 7 天'), '15~个^工^作^日，再 7~天'],
    ['the same beside a receipt', doneWords.due('12 月 2 日', '20 个工作日'), '（20~个^工^作^日）'],
    ['the same of a complaint', complaintWords.due('12 月 2 日', '10 个工作日'), '（10~个^工^作^日，示例）'],
    ['the same in a step of a case', piersOf({ steps: [STEP] }, [])[0].lines[0].text, '（3~个^工^作^日）'],
    ['the number of an application', caseWords.number('示例-2026-000123'), '示例=2026=000123'],
    ['the same in a complaint', complaintWords.receipt('示例-2026-000123'), '示例=2026=000123'],
    ['the number of a booking', passWords.number('JM-7KQ2M9'), 'JM=7KQ2M9'],
    ['the number of a farewell', farewellWords.number('HM-7KQ2M9'), 'HM=7KQ2M9'],
    ['the number on board', passesWords.number('JM-7KQ2M9-2'), 'JM=7KQ2M9=2'],
    ['the number of an urgent call', urgent.mine.open('JN-7KQ2M9'), 'JN=7KQ2M9'],
  ];
  const SIGNS = { '~': '\u00a0', '^': '\u2060', '=': '\u2011' };
  for (const [what, text, figure] of whole) {
    const kept = figure.replace(/[~^=]/g, (sign) => SIGNS[sign]);
    it(what, () => assert.ok(text.includes(kept), JSON.stringify(text)));
  }
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

/** A day, a month or a year somebody wrote out in a text, with a plain space a line could end at. */
describe('no text tears a day that is written out in it', () => {
  const TORN = /['`][^'`\n]*(?:\d (?:年|月|日)|(?:年|月) \d)/;
  /** Notes that travel with a figure: another space would be another version of the rules, on every phone. */
  const HASHED = ['shared/src/standards/standards.ts'];
  /** What an answer looks like, for who writes a client; and document titles as their authors wrote them. */
  const AS_THEY_ARE = /\b(?:text\(|from\(|document: )'/;

  const torn = (source) =>
    source
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .split('\n')
      .filter((line) => TORN.test(line) && !AS_THEY_ARE.test(line))
      .map((line) => line.trim());

  it('is seen where one does', () => {
    assert.equal(torn("lead: '从 2026 年 7 月起',\n").length, 1);
    assert.equal(torn("lead: '从 2026\\u00a0年起',\n/** `5 月`. */\n").length, 0);
  });

  it('in what a resident reads', () => {
    const sources = listFiles(['shared/src', 'server/src', 'miniapp/src'], isSource);
    const found = sources.flatMap((file) => torn(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`));
    assert.deepEqual(
      found.filter((line) => !HASHED.some((file) => line.startsWith(inRoot(file)))),
      [],
    );
    assert.ok(found.length > 0, 'the notes of the figures are not seen any more');
  });
});

function isSource(file) {
  return /\.tsx?$/.test(file) && !/\.spec\.tsx?$|-spec\.ts$/.test(file);
}
