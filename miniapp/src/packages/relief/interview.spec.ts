import { teaFacts, teaQuestion, teaQuestions } from '../../../test/tea-house';
import {
  cancelEdit,
  chooseDoors,
  confirmAnswer,
  draftAnswer,
  editAnswer,
  goToEnd,
  goToPrevious,
  hasBegun,
  type Interview,
  newInterview,
  openDoor,
  progressOf,
  questionOnScreen,
} from './interview';
import { keptInterviewFrom } from './kept-interview';

const answered = (...answers: readonly [string, Record<string, number | string | boolean | null>][]): Interview =>
  answers.reduce((now, [id, answer]) => confirmAnswer(now, teaQuestion(id), answer), newInterview);

const three = answered(
  ['count', { 'guest.count': 2 }],
  ['spend', { 'guest.spendFen': 0 }],
  ['tea', { 'guest.tea': null }],
);

describe('an interview', () => {
  it('goes on with the question the engine thinks best', () => {
    expect(questionOnScreen(three, { id: 'talents' }, teaQuestions)).toBe(teaQuestion('talents'));
  });

  it('ends when no open question could change any answer', () => {
    expect(questionOnScreen(three, undefined, teaQuestions)).toBeUndefined();
  });

  it('keeps every answer on the way back, and shows the questions in the order they were asked', () => {
    const back = goToPrevious(goToPrevious(three));
    expect(questionOnScreen(back, { id: 'talents' }, teaQuestions)).toBe(teaQuestion('spend'));
    expect(back.facts).toEqual(three.facts);
  });

  it('before the first question has nowhere to go back to', () => {
    expect(goToPrevious(newInterview)).toBe(newInterview);
  });

  it('corrected in the middle keeps the later answers and walks on through them', () => {
    const corrected = confirmAnswer(goToPrevious(goToPrevious(three)), teaQuestion('spend'), { 'guest.spendFen': 500 });
    expect(corrected.facts).toEqual({ 'guest.count': 2, 'guest.spendFen': 500, 'guest.tea': null });
    expect(questionOnScreen(corrected, undefined, teaQuestions)).toBe(teaQuestion('tea'));
  });

  it('changed from the result goes straight back to the result', () => {
    const editing = editAnswer(three, 'count');
    expect(questionOnScreen(editing, undefined, teaQuestions)).toBe(teaQuestion('count'));
    const changed = confirmAnswer(editing, teaQuestion('count'), { 'guest.count': 3 });
    expect(questionOnScreen(changed, undefined, teaQuestions)).toBeUndefined();
    expect(changed.asked).toEqual(three.asked);
  });

  it('left without a change leaves the answer as it was', () => {
    const left = cancelEdit(draftAnswer(editAnswer(three, 'count'), { question: 'count', text: '9' }));
    expect(left.drafts).toEqual({});
    expect(left.facts).toEqual(three.facts);
    expect(questionOnScreen(left, undefined, teaQuestions)).toBeUndefined();
  });

  it('opens a door only when told to, and only once', () => {
    expect(newInterview.doors).toEqual([]);
    const opened = chooseDoors(three, ['general']);
    expect(openDoor(openDoor(opened, 'back-room'), 'back-room').doors).toEqual(['general', 'back-room']);
  });

  it('keeps every answer when its door is closed again', () => {
    const closed = chooseDoors(chooseDoors(three, ['general']), ['back-room']);
    expect(closed).toEqual({ ...three, doors: ['back-room'] });
  });

  it('counts 不清楚 as an answer, and something typed as a beginning', () => {
    expect(three.facts['guest.tea']).toBeNull();
    expect(hasBegun(newInterview)).toBe(false);
    expect(hasBegun(draftAnswer(newInterview, { question: 'count', text: '2' }))).toBe(true);
  });

  it.each([
    ['going one question back', goToPrevious],
    ['looking at the result in between', goToEnd],
    ['opening a door', (now: Interview) => openDoor(now, 'back-room')],
    ['changing another answer', (now: Interview) => editAnswer(now, 'count')],
    [
      'confirming another answer',
      (now: Interview) => confirmAnswer(editAnswer(now, 'count'), teaQuestion('count'), { 'guest.count': 3 }),
    ],
    ['giving up the change of another answer', (now: Interview) => cancelEdit(editAnswer(now, 'count'))],
  ])('keeps what is half typed on %s', (_way, change) => {
    const half = { question: 'talents', chosen: ['guest.sings'] };
    expect(change(draftAnswer(three, half)).drafts).toEqual({ talents: half });
  });

  it('forgets what was half typed once that answer is confirmed', () => {
    const typed = draftAnswer(draftAnswer(three, { question: 'talents', chosen: [] }), {
      question: 'count',
      text: '4',
    });
    const confirmed = confirmAnswer(editAnswer(typed, 'count'), teaQuestion('count'), { 'guest.count': 4 });
    expect(Object.keys(confirmed.drafts)).toEqual(['talents']);
  });

  it('promises no more questions than may still come, and counts none twice', () => {
    expect(progressOf(three, [teaQuestion('talents'), teaQuestion('count')])).toEqual({ done: 3, most: 4 });
    expect(progressOf(goToPrevious(three), [])).toEqual({ done: 2, most: 3 });
  });
});

describe('an interview kept on the phone', () => {
  const known = { facts: teaFacts, questions: teaQuestions };
  const reopened = (interview: unknown) => keptInterviewFrom(JSON.parse(JSON.stringify(interview)), known);

  it('comes back after the app was killed, with what was half typed', () => {
    const typing = draftAnswer(three, { question: 'talents', chosen: ['guest.sings'] });
    expect(reopened(typing)).toEqual(typing);
    const half = draftAnswer(newInterview, { question: 'count', text: '2x' });
    expect(reopened(half)).toEqual(half);
  });

  it('by an older release comes back with its one half-typed answer', () => {
    const { drafts: _none, ...older } = three;
    const draft = { question: 'talents', chosen: ['guest.sings'] };
    expect(reopened({ ...older, draft })).toEqual({ ...three, drafts: { talents: draft } });
    expect(reopened({ ...older, draft: { question: 'gone', text: '1' } })).toEqual(three);
  });

  it('by a release that knew one door only comes back with that door open', () => {
    const { doors: _none, ...older } = three;
    expect(reopened(older).doors).toEqual(['general']);
    expect(reopened({ ...three, doors: ['general', 'special-family'] }).doors).toEqual(['general', 'special-family']);
  });

  it.each([undefined, null, 'text', 7, [], { facts: [], asked: [] }, { facts: {}, asked: 'all' }])(
    'that is no interview (%j) starts a new one',
    (stored) => {
      expect(keptInterviewFrom(stored, known)).toEqual(newInterview);
    },
  );

  it('with an answer this release cannot take asks that question again and keeps the rest', () => {
    const old = { ...three, facts: { ...three.facts, 'guest.count': 900 }, asked: [...three.asked, 'gone'] };
    const kept = reopened(old);
    expect(kept.asked).toEqual(['spend', 'tea']);
    expect(kept.facts).toEqual({ 'guest.spendFen': 0, 'guest.tea': null });
    expect(kept.at).toBe(2);
  });
});
