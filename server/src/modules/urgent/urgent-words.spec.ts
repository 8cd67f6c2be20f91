import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { URGENT_STEPS } from '@jinmen/shared/urgent/views';
import { nowWords, stepWords } from './urgent-words';

const at = new Date(0);
const steps = URGENT_STEPS.map((kind) => ({ kind, at, detail: '救助站' }));

describe('what whoever asked reads', () => {
  const now = (['waiting', 'seen', 'over'] as const).flatMap((state) => steps.map((step) => nowWords(state, [step])));

  it('is plain, whatever happened', () => {
    const texts = [...now, ...steps.map(stepWords), ...steps.map(({ kind }) => stepWords({ kind }))];
    expect(texts.flatMap((text) => plainWordProblems(text, []))).toEqual([]);
  });

  it('says whom to call as long as it is not over, and after it too', () => {
    for (const words of now) expect(words).toContain('12345');
  });

  it('says that nobody has seen it until somebody has', () => {
    expect(nowWords('waiting', [{ kind: 'asked', at }])).toContain('还没有人看到');
    expect(nowWords('waiting', [{ kind: 'arrived', at }])).toContain('还没有人回话');
    expect(nowWords('seen', [{ kind: 'looked-at', at }])).toContain('有人在办');
  });
});
