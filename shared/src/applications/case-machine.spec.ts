import fc from 'fast-check';
import type { CaseEvent, CaseFile, CaseItem, CaseWord } from './case-file';
import { apply, isSettled, OVER, standingOf, WAY } from './case-machine';

const DAY = '2026-11-25';
const TEA = 'tea-allowance';
const CUP = 'cup-subsidy';

let count = 0;
const event = (word: CaseWord): CaseEvent => ({ id: `e${++count}`, day: DAY, ...word });
const file = (
  state: CaseFile['state'] = 'submitted',
  items: Record<string, CaseItem['state']> = { [TEA]: 'in-hand' },
) =>
  ({
    state,
    items: Object.entries(items).map(([programme, itemState]) => ({ programme, state: itemState })),
    applied: [],
  }) satisfies CaseFile;

function after(from: CaseFile, ...words: readonly CaseWord[]): CaseFile {
  return words.map(event).reduce((current, next) => {
    const applied = apply(current, next);
    return 'case' in applied ? applied.case : current;
  }, from);
}

const whyNot = (from: CaseFile, word: CaseWord) => {
  const applied = apply(from, event(word));
  return 'why' in applied ? applied.why : undefined;
};

const askForPapers: CaseWord = { kind: 'papers-requested', papers: ['收入证明', '诊断证明'], by: '2026-12-02' };
const approve = (programme = TEA): CaseWord => ({ kind: 'decided', programme, outcome: 'approved' });
const refuse = (programme = TEA): CaseWord => ({ kind: 'decided', programme, outcome: 'refused' });

describe('a case', () => {
  it('goes its way from the resident to the decision', () => {
    const states = [
      { kind: 'registered' },
      { kind: 'accepted' },
      { kind: 'check-requested' },
      { kind: 'visited' },
      { kind: 'publicised', from: DAY, until: '2026-12-02' },
      approve(),
    ] as const satisfies readonly CaseWord[];
    const seen = states.map((_, index) => after(file(), ...states.slice(0, index + 1)).state);
    expect(seen).toEqual(['routed', 'accepted', 'verifying', 'investigating', 'publicised', 'closed']);
  });

  it('may skip steps: the bureau decides what it needs, and words overtake each other', () => {
    expect(after(file(), { kind: 'visited' }).state).toBe('investigating');
    expect(after(file(), approve()).state).toBe('closed');
  });

  it('does not go back to a step whose word comes late', () => {
    expect(whyNot(file('investigating'), { kind: 'accepted' })).toBe('behind');
    expect(whyNot(file('routed'), { kind: 'registered' })).toBe('behind');
  });

  it('that was held back knows of nothing until it is sent', () => {
    const held = file('held-back', { [TEA]: 'held-back' });
    expect(whyNot(held, { kind: 'accepted' })).toBe('behind');
    expect(whyNot(held, approve())).toBe('behind');
    expect(after(held, { kind: 'sent', programmes: [TEA] })).toMatchObject({
      state: 'submitted',
      items: [{ state: 'in-hand' }],
    });
  });

  it('leaves with what may go, and keeps the rest back', () => {
    const held = file('held-back', { [TEA]: 'held-back', [CUP]: 'held-back' });
    expect(after(held, { kind: 'sent', programmes: [CUP] })).toMatchObject({
      state: 'submitted',
      items: [{ state: 'held-back' }, { state: 'in-hand' }],
    });
    expect(whyNot(held, { kind: 'sent', programmes: ['no-such-programme'] })).toBe('no-such-item');
  });

  it('hears nothing more once it is over', () => {
    for (const state of OVER) expect(whyNot(file(state), { kind: 'accepted' })).toBe('over');
  });

  it('takes no event twice', () => {
    const once = event({ kind: 'accepted' });
    const applied = apply(file(), once);
    expect('case' in applied && apply(applied.case, once)).toEqual({ notApplicable: true, why: 'twice' });
  });
});

describe('papers an office asks for', () => {
  it('halt the case, which goes on where it stood once all are there', () => {
    const halted = after(file('verifying'), askForPapers);
    expect(halted).toMatchObject({ state: 'supplement-requested', papers: { open: true, askedOn: DAY } });
    const half = after(halted, { kind: 'papers-received', papers: ['收入证明'] });
    expect(half.state).toBe('supplement-requested');
    expect(half.papers?.papers).toEqual([
      { name: '收入证明', received: true },
      { name: '诊断证明', received: false },
    ]);
    const all = after(half, { kind: 'papers-received', papers: ['诊断证明'] });
    expect(all).toMatchObject({ state: 'verifying', papers: { open: false } });
  });

  it('are asked for anew by the next list, also for one that was there, with all that is still missing', () => {
    const again = after(
      file('accepted'),
      askForPapers,
      { kind: 'papers-received', papers: ['收入证明'] },
      {
        kind: 'papers-requested',
        papers: ['收入证明'],
        by: '2026-12-09',
      },
    );
    expect(again.papers).toMatchObject({ version: 2 });
    expect(again.papers?.papers).toEqual([
      { name: '收入证明', received: false },
      { name: '诊断证明', received: false },
    ]);
    expect(standingOf(again)).toBe('accepted');
  });

  it('that nobody can read are asked for again within the same list, or on the next with everything', () => {
    const given = after(file('verifying'), askForPapers, { kind: 'papers-received', papers: ['收入证明', '诊断证明'] });
    const again = after(given, { kind: 'paper-unreadable', paper: '诊断证明', by: '2026-12-09' });
    expect(again).toMatchObject({
      state: 'supplement-requested',
      papers: { version: 1, by: '2026-12-09', open: true },
    });
    expect(again.papers?.papers).toEqual([
      { name: '收入证明', received: true },
      { name: '诊断证明', received: false, unreadable: true },
    ]);
    const back = after(again, { kind: 'papers-received', papers: ['诊断证明'] });
    expect(back).toMatchObject({ state: 'verifying', papers: { open: false } });
    const other = after(file('accepted'), askForPapers, { kind: 'paper-unreadable', paper: '照片', by: DAY });
    expect(other.papers?.version).toBe(2);
    expect(other.papers?.papers.map(({ name }) => name)).toEqual(['照片', '收入证明', '诊断证明']);
  });

  it('are waited for still when the receipt of the case comes after', () => {
    const asked = after(file('submitted'), askForPapers, { kind: 'registered' });
    expect(asked).toMatchObject({ state: 'supplement-requested', papers: { resume: 'routed', open: true } });
  });

  it('are no longer waited for when the bureau goes on', () => {
    const gone = after(file('accepted'), askForPapers, { kind: 'visited' });
    expect(gone).toMatchObject({ state: 'investigating', papers: { open: false } });
    expect(whyNot(gone, { kind: 'papers-received', papers: ['收入证明'] })).toBe('behind');
  });

  it('nobody asked for move nothing', () => {
    expect(whyNot(file('accepted'), { kind: 'papers-received', papers: ['收入证明'] })).toBe('behind');
    expect(whyNot(after(file('accepted'), askForPapers), { kind: 'papers-received', papers: ['照片'] })).toBe('behind');
  });
});

describe('a case of two programmes', () => {
  const two = file('accepted', { [TEA]: 'in-hand', [CUP]: 'in-hand' });

  it('is closed by the last decision, and goes on after the first', () => {
    const first = after(two, approve(TEA));
    expect(first.state).toBe('accepted');
    expect(after(first, { kind: 'visited' }, refuse(CUP)).state).toBe('closed');
  });

  it('is decided, not closed, while one is held back', () => {
    const one = after(file('accepted', { [TEA]: 'in-hand', [CUP]: 'held-back' }), approve(TEA));
    expect(one.state).toBe('decided');
    expect(after(one, { kind: 'item-sent', programme: CUP }, approve(CUP)).state).toBe('closed');
    expect(after(one, { kind: 'item-not-filed', programme: CUP }).state).toBe('closed');
  });

  it('hears a decision once, and none about what it does not ask for', () => {
    expect(whyNot(after(two, approve(TEA)), refuse(TEA))).toBe('no-such-item');
    expect(whyNot(two, approve('no-such-programme'))).toBe('no-such-item');
  });

  it('loses what is taken back, and nothing that was decided', () => {
    expect(after(two, { kind: 'withdrawn', programmes: [CUP] })).toMatchObject({
      state: 'accepted',
      items: [{ state: 'in-hand' }, { state: 'withdrawn' }],
    });
    expect(after(two, { kind: 'withdrawn' }).state).toBe('withdrawn');
    const mixed = after(two, approve(TEA));
    expect(whyNot(mixed, { kind: 'withdrawn', programmes: [TEA] })).toBe('no-such-item');
    expect(whyNot(after(two, { kind: 'withdrawn' }), approve())).toBe('over');
    expect(after(mixed, { kind: 'withdrawn' })).toMatchObject({
      state: 'closed',
      items: [{ state: 'approved' }, { state: 'withdrawn' }],
    });
  });

  it('has the decision on what the bureau would not give back any more, and no other way out of its end', () => {
    const takenBack = after(file('accepted', { [TEA]: 'in-hand', [CUP]: 'in-hand' }), { kind: 'withdrawn' });
    const decided = after(takenBack, { kind: 'decided', programme: CUP, outcome: 'approved', notTakenBack: true });
    expect(decided).toMatchObject({ state: 'closed', items: [{ state: 'withdrawn' }, { state: 'approved' }] });
    const again = { kind: 'decided', programme: CUP, outcome: 'refused', notTakenBack: true } as const;
    expect(whyNot(decided, again)).toBe('no-such-item');
    expect(whyNot(decided, { kind: 'visited' })).toBe('over');
  });
});

describe('what was refused', () => {
  const reopen = (programme = TEA): CaseWord => ({ kind: 'reopened', programme });

  it('comes back into hand when the bureau looks again, and may be approved then', () => {
    const again = after(file('investigating'), refuse(), reopen());
    expect(again).toMatchObject({ state: 'accepted', items: [{ state: 'in-hand' }] });
    expect(after(again, { kind: 'visited' }).state).toBe('investigating');
    expect(after(again, approve())).toMatchObject({ state: 'closed', items: [{ state: 'approved' }] });
  });

  it('comes back once for each refusal, and nothing else does', () => {
    const refused = after(file(), refuse());
    expect(whyNot(after(refused, reopen()), reopen())).toBe('no-such-item');
    expect(after(refused, reopen(), refuse(), reopen()).state).toBe('accepted');
    expect(whyNot(after(file(), approve()), reopen())).toBe('no-such-item');
    expect(whyNot(after(file(), { kind: 'withdrawn' }), reopen())).toBe('behind');
    expect(whyNot(file('held-back', { [TEA]: 'held-back' }), reopen())).toBe('behind');
  });

  it('leaves the rest of the case where it is', () => {
    const two = after(file('verifying', { [TEA]: 'in-hand', [CUP]: 'in-hand' }), refuse(TEA), reopen(TEA));
    expect(two).toMatchObject({ state: 'verifying', items: [{ state: 'in-hand' }, { state: 'in-hand' }] });
    const decided = after(file('accepted', { [TEA]: 'in-hand', [CUP]: 'held-back' }), refuse(TEA), reopen(TEA));
    expect(decided).toMatchObject({ state: 'accepted', items: [{ state: 'in-hand' }, { state: 'held-back' }] });
    const closed = after(
      file('accepted', { [TEA]: 'in-hand', [CUP]: 'in-hand' }),
      approve(CUP),
      refuse(TEA),
      reopen(TEA),
    );
    expect(closed.items).toEqual([
      { programme: TEA, state: 'in-hand' },
      { programme: CUP, state: 'approved' },
    ]);
  });
});

const programmes = fc.constantFrom(TEA, CUP, 'no-such-programme');
const papers = fc.subarray(['收入证明', '诊断证明', '照片']);
const words: fc.Arbitrary<CaseWord> = fc.oneof(
  fc.constantFrom<CaseWord>(
    { kind: 'registered' },
    { kind: 'accepted' },
    { kind: 'check-requested' },
    { kind: 'visited' },
    { kind: 'withdrawn' },
    { kind: 'publicised', from: DAY, until: '2026-12-02' },
  ),
  fc.subarray([TEA, CUP]).map((of): CaseWord => ({ kind: 'sent', programmes: of })),
  papers.map((names): CaseWord => ({ kind: 'papers-requested', papers: names, by: DAY })),
  papers.map((names): CaseWord => ({ kind: 'papers-received', papers: names })),
  fc.constantFrom('收入证明', '照片').map((paper): CaseWord => ({ kind: 'paper-unreadable', paper, by: DAY })),
  programmes.map((programme): CaseWord => ({ kind: 'item-sent', programme })),
  programmes.map((programme): CaseWord => ({ kind: 'item-not-filed', programme })),
  programmes.map((programme): CaseWord => ({ kind: 'reopened', programme })),
  programmes.map((programme): CaseWord => ({ kind: 'withdrawn', programmes: [programme] })),
  fc
    .record({ programme: programmes, outcome: fc.constantFrom('approved' as const, 'refused' as const) })
    .map(({ programme, outcome }): CaseWord => ({ kind: 'decided', programme, outcome })),
);
const beginnings = fc.constantFrom(
  file('held-back', { [TEA]: 'held-back' }),
  file('submitted', { [TEA]: 'in-hand' }),
  file('submitted', { [TEA]: 'in-hand', [CUP]: 'held-back' }),
  file('submitted', { [TEA]: 'in-hand', [CUP]: 'in-hand' }),
);
const histories = fc.array(words, { maxLength: 25 }).map((all) => all.map(event));

const statesOf = ({ items }: CaseFile) =>
  Object.fromEntries(items.map(({ programme, state }) => [programme, state])) as Readonly<Record<string, string>>;
const rank = (current: CaseFile) => WAY.indexOf(standingOf(current));

describe('whatever happens to a case, in whatever order', () => {
  it('never leads back and leaves it alone once it is over, unless what was refused is looked at again', () => {
    fc.assert(
      fc.property(beginnings, histories, (beginning, history) => {
        let current = beginning as CaseFile;
        for (const next of history) {
          const applied = apply(current, next);
          if (!('case' in applied)) continue;
          const back = next.kind === 'reopened';
          if (back) expect(statesOf(current)[next.programme]).toBe('refused');
          else expect(OVER).not.toContain(current.state);
          if (!back && applied.case.state !== 'withdrawn')
            expect(rank(applied.case)).toBeGreaterThanOrEqual(rank(current));
          for (const [programme, state] of Object.entries(statesOf(current)))
            if (state !== 'in-hand' && state !== 'held-back' && !(back && programme === next.programme))
              expect(statesOf(applied.case)[programme]).toBe(state);
          expect(applied.moved).toBe(applied.case.state !== current.state);
          current = applied.case;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to the same end with every event doubled, now or later', () => {
    const run = (from: CaseFile, history: readonly CaseEvent[], doubles: readonly number[]) => {
      let current = from;
      const had: CaseEvent[] = [];
      for (const [index, next] of history.entries()) {
        const again = had[(doubles[index] ?? 0) % Math.max(1, had.length)];
        for (const each of [next, next, ...(again ? [again] : [])]) {
          const applied = apply(current, each);
          if (!('case' in applied)) continue;
          current = applied.case;
          had.push(each);
        }
      }
      return current;
    };
    fc.assert(
      fc.property(
        beginnings,
        histories,
        fc.array(fc.nat(30), { minLength: 25, maxLength: 25 }),
        (from, all, doubles) => {
          const single = all.reduce<CaseFile>((current, next) => {
            const applied = apply(current, next);
            return 'case' in applied ? applied.case : current;
          }, from);
          expect(run(from, all, doubles)).toEqual(single);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never has two different lists of missing papers under one version, and forgets none of them', () => {
    fc.assert(
      fc.property(beginnings, histories, (from, all) => {
        const lists = new Map<number, string>();
        let current: CaseFile = from;
        for (const next of all) {
          const applied = apply(current, next);
          if (!('case' in applied)) continue;
          const missing = current.papers?.open ? current.papers.papers.filter(({ received }) => !received) : [];
          current = applied.case;
          if (!current.papers?.open) continue;
          const names = current.papers.papers.map(({ name }) => name);
          const { version } = current.papers;
          expect(lists.get(version) ?? names.join()).toBe(names.join());
          lists.set(version, names.join());
          expect(names).toEqual(expect.arrayContaining(missing.map(({ name }) => name)));
        }
        expect([...lists.keys()]).toEqual([...lists.keys()].sort((one, other) => one - other));
      }),
      { numRuns: 2000 },
    );
  });

  it('closes it exactly when every item has its end', () => {
    fc.assert(
      fc.property(beginnings, histories, (from, all) => {
        const end = all.reduce<CaseFile>((current, next) => {
          const applied = apply(current, next);
          return 'case' in applied ? applied.case : current;
        }, from);
        expect(OVER.includes(end.state)).toBe(end.items.every(isSettled));
        expect(end.state === 'withdrawn' && end.items.some(({ state }) => state === 'approved')).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
