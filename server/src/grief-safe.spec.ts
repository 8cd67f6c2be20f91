import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { griefWordProblems } from '@jinmen/shared/plain-words/grief-safe';
import ts from 'typescript';
import { noticeTexts } from './modules/notices/notice-texts';
import { NOTICE_TOPICS } from './modules/notices/notices.port';
import { SMS_TEXT } from './modules/notices/sms-text';
import { progressMessage } from './modules/notices/subscription-message';

const HAN = /\p{Script=Han}/u;

/** Where words stand that a bereaved family may be answered with, staff's own templates among them. */
const PLACES: readonly string[] = [
  'modules/sea',
  'modules/replacing',
  'modules/after-death',
  'modules/bookings',
  'modules/notices',
  'modules/rights/relatives',
  'bureaus/funeral-affairs',
];

/** Pages of `/staff` about the dead and their families. Staff count places: that is their work, and nobody else's. */
const DESK = 'modules/operations/page';
const ABOUT_THEM = /海之眠|航次|逝者|去世/;
const COUNTING = /^\S+ counts places:/;

function filesIn(place: string): readonly string[] {
  const whole = path.join(__dirname, place);
  if (!existsSync(whole)) return [];
  if (/\.\w+$/.test(place)) return [place];
  return (
    readdirSync(whole, { recursive: true, encoding: 'utf8' })
      // a schema holds examples for outside tools, and no family reads them
      .filter((file) => /\.(ts|js)$/.test(file) && !/(spec|schema)\.ts$/.test(file))
      .map((file) => path.join(place, file))
  );
}

/** Every Chinese text of a source, a figure in each gap of a template; comments and regular expressions hold none. */
function wordsOf(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const words = textOf(node);
    if (words !== undefined && HAN.test(words)) found.push(words);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `2${literal.text}`).join('');
}

function problemsIn(file: string, text: string): readonly string[] {
  return wordsOf(file, text).flatMap((words) =>
    griefWordProblems(words).map((problem) => `${file} ${problem} (${words})`),
  );
}

describe('what the server says to somebody after a death', () => {
  it.each(PLACES)('neither cheers, presses nor counts in %s', (place) => {
    expect(
      filesIn(place).flatMap((file) => problemsIn(file, readFileSync(path.join(__dirname, file), 'utf8'))),
    ).toEqual([]);
  });

  it('is as quiet on every page of staff that is about it, their templates among it', () => {
    const read = (file: string) => readFileSync(path.join(__dirname, file), 'utf8');
    const pages = filesIn(DESK).filter((file) => ABOUT_THEM.test(read(file)));
    expect(pages).toContain(path.join(DESK, 'after-death.js'));
    const found = pages.flatMap((file) => problemsIn(file, read(file)));
    expect(found.filter((problem) => !COUNTING.test(problem))).toEqual([]);
  });

  it('is as quiet in every message: nobody knows who opens it, and after what', () => {
    const at = new Date(0);
    const texts = NOTICE_TOPICS.flatMap((topic) => [
      ...Object.values(noticeTexts[topic]),
      ...Object.values(progressMessage(topic, at)),
    ]);
    expect([...texts, SMS_TEXT].flatMap((text) => griefWordProblems(text))).toEqual([]);
  });

  it('is found wherever it stands in a source, and a comment may name it', () => {
    const source = `/** 恭喜 */ const a = { words: (n: number) => \`还剩 \${n} 个，抓紧\`, b: '报名成功' };`;
    expect(problemsIn('planted.ts', source)).toEqual([
      expect.stringContaining('presses: 抓紧'),
      expect.stringContaining('counts places'),
      expect.stringContaining('cheers: 成功'),
    ]);
    expect(wordsOf('planted.ts', '/* 成功 */ const plain = 1;')).toEqual([]);
  });
});
