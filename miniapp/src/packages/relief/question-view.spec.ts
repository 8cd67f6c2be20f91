import type { Question } from '@jinmen/shared/facts/fact';
import { questions } from '@jinmen/shared/facts/questions';
import { teaFacts, teaQuestion } from '../../../test/tea-house';
import type { Draft } from './interview';
import { answerFrom, answerInWords, draftFor, NONE, titleAnswered, toggleTick, UNSURE, viewOf } from './question-view';

const TODAY = '2026-11-25';
const answerTo = (question: Question, draft: Draft) => answerFrom(question, teaFacts, draft, TODAY);
const labels = (id: string) => {
  const view = viewOf(teaQuestion(id), teaFacts);
  if (view.kind === 'date') return view.kind;
  return view.kind === 'choices' ? view.choices.map(({ label }) => label) : view.unit;
};

describe('a question', () => {
  it('always offers 不清楚, last', () => {
    expect(labels('tea')).toEqual(['绿茶', '红茶', '不清楚']);
    expect(labels('regular')).toEqual(['是', '不是', '不清楚']);
    expect(labels('talents')).toEqual(['会唱', '会弹', '以上都没有', '不清楚']);
  });

  it('about a number has a field with its unit', () => {
    expect(labels('spend')).toBe('元');
    expect(labels('count')).toBe('人');
    expect(labels('age')).toBe('岁');
  });

  it.each(['count', 'spend', 'age', 'first-came', 'tea', 'talents', 'regular'])(
    '%s answered 不清楚 makes all its facts unclear',
    (id) => {
      const question = teaQuestion(id);
      const read = answerTo(question, { question: id, chosen: [UNSURE] });
      expect(read).toEqual({ answer: Object.fromEntries(question.facts.map((fact) => [fact, null])) });
    },
  );

  it.each(['count', 'spend', 'age', 'first-came', 'tea', 'talents', 'regular'])(
    '%s left empty is not answered, and says what to do',
    (id) => {
      expect(answerTo(teaQuestion(id), { question: id })).toHaveProperty('problem');
    },
  );

  it('with a list ticked makes the ticked true and the others false', () => {
    const read = answerTo(teaQuestion('talents'), { question: 'talents', chosen: ['guest.plays'] });
    expect(read).toEqual({ answer: { 'guest.sings': false, 'guest.plays': true } });
  });

  it('with 以上都没有 makes every one false', () => {
    const read = answerTo(teaQuestion('talents'), { question: 'talents', chosen: [NONE] });
    expect(read).toEqual({ answer: { 'guest.sings': false, 'guest.plays': false } });
  });

  it('keeps 不清楚 and 以上都没有 apart from everything else', () => {
    expect(toggleTick(['guest.sings'], 'guest.plays')).toEqual(['guest.sings', 'guest.plays']);
    expect(toggleTick(['guest.sings', 'guest.plays'], 'guest.sings')).toEqual(['guest.plays']);
    expect(toggleTick(['guest.sings'], NONE)).toEqual([NONE]);
    expect(toggleTick([UNSURE], 'guest.sings')).toEqual(['guest.sings']);
    expect(toggleTick([UNSURE], UNSURE)).toEqual([]);
  });

  it.each([
    ['count', { 'guest.count': 3 }, '3 人'],
    ['spend', { 'guest.spendFen': 86_050 }, '860.50 元'],
    ['age', { 'guest.age': 72 }, '72 岁'],
    ['first-came', { 'guest.firstCame': '2026-05-05' }, '2026 年 5 月 5 日'],
    ['tea', { 'guest.tea': 'black' }, '红茶'],
    ['talents', { 'guest.sings': true, 'guest.plays': true }, '会唱、会弹'],
    ['talents', { 'guest.sings': false, 'guest.plays': false }, '以上都没有'],
    ['regular', { 'guest.isRegular': false }, '不是'],
    ['spend', { 'guest.spendFen': null }, '不清楚'],
  ])('%s, asked again, shows the answer given before', (id, facts, words) => {
    const question = teaQuestion(id);
    expect(answerInWords(question, teaFacts, facts)).toBe(words);
    const read = answerTo(question, draftFor(question, teaFacts, facts, undefined));
    expect(read).toEqual({ answer: facts });
  });

  it('shows what was half typed rather than the answer given before', () => {
    const draft = { question: 'spend', text: '86o' };
    expect(draftFor(teaQuestion('spend'), teaFacts, { 'guest.spendFen': 1 }, draft)).toBe(draft);
  });

  it.each([
    ['', '先选一个日子。拿不准，就点“不清楚”。'],
    ['2026-05-', '年、月、日都要选。拿不准，就点“不清楚”。'],
    ['-05-25', '年、月、日都要选。拿不准，就点“不清楚”。'],
    ['2026--25', '年、月、日都要选。拿不准，就点“不清楚”。'],
    ['2026-11-26', '这一天还没到，请再看看。'],
    ['2026-02-30', '没有这一天，请再看看。'],
  ])('about a day answered %j says what to choose instead', (text, problem) => {
    expect(answerTo(teaQuestion('first-came'), { question: 'first-came', text })).toEqual({ problem });
  });

  it('about an age takes an ID number for one, and has the resident look at it first', () => {
    const draft = { question: 'age', text: '999999461126000' };
    expect(answerTo(teaQuestion('age'), draft)).toEqual({
      instead: { question: 'age', text: '79' },
      note: expect.stringContaining('79 周岁'),
    });
  });
});

it('an answer is read back under what it is about, where the question alone only opens a list', () => {
  const titles = new Map((questions as readonly Question[]).map((question) => [question.id, titleAnswered(question)]));
  expect(titles.get('family')).toBe('家里有没有病残、老人、孩子');
  expect(titles.get('owns')).toBe('车、第二套房、门面');
  expect(titles.get('hukou')).toBe('您家里人是天津户口吗？');
  expect([...titles.values()].filter((title) => title.includes('下面'))).toEqual([]);
});
