import type { RaisedDoubt } from '@jinmen/shared/eligibility/doubts';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { teaFacts, teaQuestion, teaQuestions } from '../../../test/tea-house';
import {
  type Asking,
  changeOther,
  changeThis,
  confirmOrAsk,
  doubtOnScreen,
  lookInto,
  openDoubts,
  questionsOf,
  settleDoubt,
} from './doubted';
import {
  cancelEdit,
  draftAnswer,
  editAnswer,
  goToEnd,
  type Interview,
  newInterview,
  questionOnScreen,
} from './interview';
import { keptInterviewFrom } from './kept-interview';

const alone: RaisedDoubt = { id: 'sings-alone', text: '没几个人听？', facts: ['guest.count', 'guest.sings'] };
const free: RaisedDoubt = { id: 'plays-for-free', text: '白弹？', facts: ['guest.spendFen', 'guest.plays'] };
const doubtsIn = (facts: FactValues) => [
  ...(Number(facts['guest.count']) <= 2 && facts['guest.sings'] === true ? [alone] : []),
  ...(facts['guest.spendFen'] === 0 && facts['guest.plays'] === true ? [free] : []),
];
const asking: Asking = { doubtsIn, questions: teaQuestions };

const answer = (now: Interview, id: string, given: Record<string, number | string | boolean | null>) =>
  confirmOrAsk(now, teaQuestion(id), given, asking);
const onScreen = (now: Interview) => questionOnScreen(now, { id: 'tea' }, teaQuestions)?.id;
const doubted = (now: Interview) => doubtOnScreen(now, asking)?.id;

const first = answer(answer(newInterview, 'count', { 'guest.count': 1 }), 'spend', { 'guest.spendFen': 500 });
const singing = { 'guest.sings': true, 'guest.plays': false };
const odd = answer(first, 'talents', singing);

describe('an answer that hardly goes together with another', () => {
  it('is kept, and the question stays to be asked about', () => {
    expect(odd.facts).toEqual({ ...first.facts, ...singing });
    expect([onScreen(odd), doubted(odd)]).toEqual(['talents', 'sings-alone']);
    expect(questionsOf(alone, odd, asking).map(({ id }) => id)).toEqual(['count', 'talents']);
  });

  it('left as it is moves on, and is not asked about again', () => {
    const settled = settleDoubt(odd, alone, asking);
    expect([onScreen(settled), doubted(settled)]).toEqual(['tea', undefined]);
    const again = answer({ ...settled, at: 2 }, 'talents', singing);
    expect([onScreen(again), doubted(again)]).toEqual(['tea', undefined]);
    expect(openDoubts(again, asking)).toEqual([]);
  });

  it('left as it is is asked about again once one of the two answers changes, and only then', () => {
    const settled = settleDoubt(odd, alone, asking);
    const elsewhere = answer(editAnswer(settled, 'spend'), 'spend', { 'guest.spendFen': 700 });
    expect(openDoubts(elsewhere, asking)).toEqual([]);
    const changed = answer(editAnswer(settled, 'count'), 'count', { 'guest.count': 2 });
    expect([onScreen(changed), doubted(changed)]).toEqual(['count', 'sings-alone']);
  });

  it('can be changed where it stands, and a good answer goes on', () => {
    const changing = changeThis(odd);
    expect([onScreen(changing), doubted(changing)]).toEqual(['talents', undefined]);
    const good = answer(changing, 'talents', { 'guest.sings': false, 'guest.plays': false });
    expect([onScreen(good), doubted(good)]).toEqual(['tea', undefined]);
  });

  it('is asked about again when it is confirmed unchanged', () => {
    expect(doubted(answer(changeThis(odd), 'talents', singing))).toBe('sings-alone');
  });

  it('is no longer asked about while it is being changed', () => {
    expect(doubted(draftAnswer(odd, { question: 'talents', chosen: [] }))).toBeUndefined();
  });

  it('lets the other one be changed, and goes on behind the doubted question', () => {
    const there = changeOther(odd, 'count');
    expect([onScreen(there), there.editing]).toEqual(['count', true]);
    const mended = answer(there, 'count', { 'guest.count': 3 });
    expect([onScreen(mended), doubted(mended), mended.editing, mended.backTo]).toEqual([
      'tea',
      undefined,
      false,
      undefined,
    ]);
    expect(mended.facts).toEqual({ ...odd.facts, 'guest.count': 3 });
  });

  it('comes back to the question while the doubt stands, and when the change is given up', () => {
    const stubborn = answer(changeOther(odd, 'count'), 'count', { 'guest.count': 1 });
    expect([onScreen(stubborn), doubted(stubborn), stubborn.editing]).toEqual(['talents', 'sings-alone', false]);
    const givenUp = cancelEdit(changeOther(odd, 'count'));
    expect([onScreen(givenUp), doubted(givenUp), givenUp.editing]).toEqual(['talents', 'sings-alone', false]);
    expect(givenUp.facts).toEqual(odd.facts);
  });

  it('changed from the result goes back there once it is settled', () => {
    const settled = settleDoubt(odd, alone, asking);
    const changed = answer(editAnswer(goToEnd(settled), 'spend'), 'spend', { 'guest.spendFen': 0 });
    expect(changed.at).toBe(3);
    const playing = answer(editAnswer(changed, 'talents'), 'talents', { 'guest.sings': false, 'guest.plays': true });
    expect([onScreen(playing), doubted(playing), playing.editing]).toEqual(['talents', 'plays-for-free', true]);
    const left = settleDoubt(playing, free, asking);
    expect([onScreen(left), left.editing]).toEqual(['tea', false]);
  });

  it('that raises two doubts is asked about one after the other', () => {
    const both = answer(
      answer(answer(newInterview, 'count', { 'guest.count': 1 }), 'spend', { 'guest.spendFen': 0 }),
      'talents',
      {
        'guest.sings': true,
        'guest.plays': true,
      },
    );
    expect(doubted(both)).toBe('sings-alone');
    const next = settleDoubt(both, alone, asking);
    expect([onScreen(next), doubted(next)]).toEqual(['talents', 'plays-for-free']);
    expect(onScreen(settleDoubt(next, free, asking))).toBe('tea');
  });

  it('left by a look at the result can be looked into from there', () => {
    const away = goToEnd(odd);
    expect(doubted(away)).toBeUndefined();
    expect(openDoubts(away, asking)).toEqual([alone]);
    const back = lookInto(away, alone, asking);
    expect([onScreen(back), doubted(back), back.editing]).toEqual(['talents', 'sings-alone', true]);
  });

  it('is still being asked about after the app was killed, wherever the resident was', () => {
    const known = { facts: teaFacts, questions: teaQuestions };
    const reopened = (now: Interview) => keptInterviewFrom(JSON.parse(JSON.stringify(now)), known);
    for (const now of [odd, changeOther(odd, 'count'), settleDoubt(odd, alone, asking)])
      expect(reopened(now)).toEqual(now);
    expect(reopened({ ...odd, backTo: { question: 'gone', doubt: 'x', editing: false } }).backTo).toBeUndefined();
  });
});
