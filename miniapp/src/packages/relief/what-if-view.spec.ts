import type { AmountRange, Clause, ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import type { Change, Effect, Turn } from '@jinmen/shared/eligibility/what-if';
import { turnLines, whatIfView } from './what-if-view';

const programmes = [
  { code: 'cake', title: '点心' },
  { code: 'pot', title: '茶壶' },
];

type Code = ProgrammeVerdict['verdict'];
type Pays = Pick<AmountRange, 'min' | 'max'>;

function verdict(programme: string, code: Code, pays?: Pays, clauses: readonly Clause[] = []): ProgrammeVerdict {
  const amount = pays && { per: 'household-month' as const, text: '每月茶钱', ...pays };
  return { programme, verdict: code, ...(amount && { amount }), clauses, missing: [], review: [] };
}

function effect(change: Change, before: ProgrammeVerdict, after = before): Effect {
  return { programme: before.programme, before, after, change };
}

const exactly = (fen: number) => ({ min: fen, max: fen });

describe('what earning more changes', () => {
  it('is shown as now and after, with what it takes away', () => {
    const less: Change = { kind: 'less', by: exactly(30_000) };
    const view = whatIfView(
      [effect(less, verdict('cake', 'likely', exactly(50_000)), verdict('cake', 'likely', exactly(20_000)))],
      programmes,
    );
    expect(view.changed).toEqual([
      {
        code: 'cake',
        title: '点心',
        badge: '会少一些',
        tone: 'warn',
        what: '每月茶钱',
        now: '500 元',
        after: '200 元',
        line: '每月少 300 元。',
      },
    ]);
  });

  it('is never called a loss while nobody has published what counts', () => {
    const unpublished: Change = { kind: 'unknown', because: 'unpublished' };
    const now = verdict('cake', 'needs-review', { min: 10_000, max: 90_000 });
    const shown = (after: ProgrammeVerdict) => whatIfView([effect(unpublished, now, after)], programmes).changed[0];
    const open = shown(verdict('cake', 'needs-review', { min: 0, max: 90_000 }));
    expect([open?.badge, open?.now, open?.after]).toEqual(['由街道核定', '100 到 900 元', '最多 900 元']);
    expect(open?.line).toContain('不一定会少');
    expect(shown(now)?.line).toBe('给的数不变。还能不能领，由街道核定。');
  });

  it('says that it ends or begins as a possibility, with what was there before', () => {
    const ends = whatIfView(
      [effect({ kind: 'ends' }, verdict('cake', 'likely', exactly(100)), verdict('cake', 'unlikely'))],
      programmes,
    ).changed[0];
    expect([ends?.badge, ends?.now, ends?.after]).toEqual(['可能对不上了', '1 元', '没对上']);
    const begins = whatIfView(
      [effect({ kind: 'begins' }, verdict('cake', 'unlikely'), verdict('cake', 'needs-review'))],
      programmes,
    ).changed[0];
    expect([begins?.badge, begins?.now, begins?.after]).toEqual(['也许能办了', '没对上', '要街道核定']);
  });

  it('names what is not touched, and leaves out what there was no hope of anyway', () => {
    const view = whatIfView(
      [effect({ kind: 'stays' }, verdict('cake', 'likely')), effect({ kind: 'stays' }, verdict('pot', 'unlikely'))],
      programmes,
    );
    expect([view.changed, view.lines]).toEqual([[], ['不受影响：点心。']]);
    expect(whatIfView([effect({ kind: 'stays' }, verdict('pot', 'unlikely'))], programmes).lines).toEqual([
      '您家现在没有会变的补贴。',
    ]);
  });

  it('leaves what still needs answers to the questions', () => {
    const view = whatIfView(
      [
        effect({ kind: 'unknown', because: 'not-asked' }, verdict('cake', 'need-facts', { max: 100 })),
        effect({ kind: 'follows', of: ['cake'] }, verdict('pot', 'need-facts')),
      ],
      programmes,
    );
    expect([view.changed, view.lines, view.unanswered]).toEqual([[], ['还差几题才看得出来：点心、茶壶。'], true]);
  });

  it('says what it goes along with', () => {
    const view = whatIfView([effect({ kind: 'follows', of: ['cake'] }, verdict('pot', 'needs-review'))], programmes);
    expect(view.changed[0]?.line).toBe('它跟着点心走，先看那边。');
  });
});

describe('where an answer turns', () => {
  const clause = (outcome: Clause['outcome']): Clause => ({
    id: 'C1',
    text: '茶钱低于标准',
    source: { document: '茶规', row: 'A.1', confidence: 'seed' },
    fact: 'guest.spend',
    outcome,
    decides: 'eligibility',
  });
  const turn = (before: ProgrammeVerdict, after: ProgrammeVerdict, clauses: readonly Clause[] = []): Turn => ({
    programme: 'cake',
    extraFen: 73_500,
    before,
    after,
    clauses,
  });

  it('is said with the sum, and as a possibility', () => {
    const ends = turn(verdict('cake', 'likely'), verdict('cake', 'unlikely'));
    const begins = turn(verdict('cake', 'unlikely'), verdict('cake', 'likely'));
    expect(turnLines([ends, begins], programmes)).toEqual([
      '点心：多挣 735 元起，可能就对不上了。',
      '点心：多挣 735 元起，也许能办。',
    ]);
  });

  it('is said of a clause that was certain and is not any more', () => {
    const was = verdict('cake', 'needs-review', undefined, [clause('yes')]);
    expect(turnLines([turn(was, verdict('cake', 'needs-review'), [clause('review')])], programmes)).toEqual([
      '点心：多挣 735 元起，“茶钱低于标准”这一条由街道核定。',
    ]);
  });

  it('is not said where nothing changes for a resident', () => {
    const gained = turn(verdict('cake', 'likely', undefined, [clause('review')]), verdict('cake', 'likely'), [
      clause('yes'),
    ]);
    expect(turnLines([gained, turn(verdict('cake', 'unlikely'), verdict('cake', 'unlikely'))], programmes)).toEqual([]);
  });
});
