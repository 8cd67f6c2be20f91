import { programmes, RULES_RELEASE } from '@jinmen/shared/catalogue';
import { standardRows } from '@jinmen/shared/standards/standards';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { memoryVault, resetVault } from '../../../test/memory-vault';
import { phone, resetPhone } from '../../../test/taro';
import { keep } from '../../copy/keep';
import MinePage from '../../pages/mine/index';
import type { VaultProblem } from '../../platform/vault-contract';
import { keptKeys } from '../../state/kept-on-phone';
import type { KeptResult } from '../../state/kept-result';
import { forgetWiped, MOST_KEPT, useKeptResults } from '../../state/kept-results';
import { useStandards } from '../../state/standards';
import { newInterview } from './interview';
import KeptPage from './kept/index';
import KeptResultPage from './kept-result/index';
import ResultPage from './result/index';
import { useSession } from './session';

/** A household of three with 800 yuan a head. */
const facts = {
  'household.hukou': 'all-tianjin',
  'household.memberCount': 3,
  'household.monthlyWageIncomeFen': 0,
  'household.monthlyOtherIncomeFen': 240_000,
};
const asked = ['hukou', 'member-count', 'wages', 'other-income'];
const interview = { ...newInterview, facts, asked, at: asked.length, doors: ['general'] };

beforeEach(() => {
  resetPhone();
  resetVault();
  forgetWiped();
  useKeptResults.setState({ results: [], read: false, problem: undefined, wiped: [] });
  phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
  useSession.setState({ interview, kept: true, asking: undefined });
});

const press = async (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing to press at ${selector}`);
  await act(async () => void fireEvent.click(found));
};
const show = async (page: React.ReactElement) => {
  const shown = render(page);
  await act(async () => undefined);
  return shown;
};
const onPhone = () => JSON.parse(memoryVault.sealed.get(keptKeys.reliefKept) ?? '[]') as KeptResult[];
const keepNow = async () => {
  const result = await show(<ResultPage />);
  await press('#keep');
  result.unmount();
};
/** Writes kept results as an earlier run left them, each changed from one that is really kept. */
const keptBefore = async (...changes: readonly Partial<KeptResult>[]) => {
  await keepNow();
  const [one] = onPhone();
  const results = changes.map((change, index) => ({ ...one, id: `r${index}`, ...change }));
  memoryVault.sealed.set(keptKeys.reliefKept, JSON.stringify(results));
  useKeptResults.setState({ results: [], read: false });
};

describe('留着这次的结果', () => {
  it('keeps nothing before it is pressed, and says first what is kept, where, and how to be rid of it', async () => {
    await show(<ResultPage />);
    expect(memoryVault.sealed.size).toBe(0);
    for (const point of keep.card.points) expect(screen.getByText(point)).toBeTruthy();
    await press('#keep');
    expect(screen.getByText(keep.card.done)).toBeTruthy();
    expect(document.querySelector('#keep')).toBeNull();
    expect(onPhone()).toMatchObject([{ facts, asked, doors: ['general'] }]);
    const shown = programmes.filter(({ code }) => document.querySelector(`#verdict-${code}`)).map(({ code }) => code);
    expect(shown.length).toBeGreaterThan(1);
    expect(
      onPhone()[0]
        ?.verdicts.map(({ programme }) => programme)
        .sort(),
    ).toEqual(shown.sort());
    expect(phone.requests).toEqual([]);
  });

  it('knows again that this very result is kept, and not another', async () => {
    await keepNow();
    const again = await show(<ResultPage />);
    expect(document.querySelector('.keep-done')).not.toBeNull();
    again.unmount();
    phone.stored.set(
      keptKeys.reliefAnswers,
      JSON.stringify({ ...interview, facts: { ...facts, 'household.memberCount': 4 } }),
    );
    await show(<ResultPage />);
    expect(document.querySelector('#keep')).not.toBeNull();
  });

  it.each<VaultProblem>(['too-old', 'insecure'])(
    'on a phone that is %s says so at once and offers no button',
    async (obstacle) => {
      memoryVault.obstacle = obstacle;
      await show(<ResultPage />);
      expect(screen.getByText(keep.problems[obstacle])).toBeTruthy();
      expect(document.querySelector('#keep')).toBeNull();
    },
  );

  it('on a full phone says so beside the button, which can be pressed again', async () => {
    memoryVault.refuses = true;
    await show(<ResultPage />);
    await press('#keep');
    expect(screen.getByText(keep.problems.refused)).toBeTruthy();
    memoryVault.refuses = false;
    await press('#keep');
    expect(screen.getByText(keep.card.done)).toBeTruthy();
    expect(screen.queryByText(keep.problems.refused)).toBeNull();
  });

  it('past the most asks before the oldest goes', async () => {
    await keptBefore(
      ...Array.from({ length: MOST_KEPT }, (_, at) => ({ asOf: '2025-01-01' as const, keptAtMs: 9 - at })),
    );
    await show(<ResultPage />);
    phone.confirms = false;
    await press('#keep');
    expect(onPhone().map(({ id }) => id)).toContain('r4');
    phone.confirms = true;
    await press('#keep');
    expect(onPhone()).toHaveLength(MOST_KEPT);
    expect(onPhone().map(({ id }) => id)).not.toContain('r4');
  });
});

describe('the kept results', () => {
  it('stand with their day and what there was to hope for, and open one by one', async () => {
    await keptBefore({ keptAtMs: Date.UTC(2026, 10, 24, 6, 5) });
    await show(<KeptPage />);
    expect(screen.getByText('2026 年 11 月 24 日 14:05')).toBeTruthy();
    await press('.kept-row');
    expect(phone.opened).toEqual(['/packages/relief/kept-result/index?id=r0']);
  });

  it('are wiped all at one press, and come back at another', async () => {
    await keptBefore({}, {});
    await show(<KeptPage />);
    await press('#wipe-all');
    expect(memoryVault.sealed.size).toBe(0);
    expect(screen.getByText(keep.list.wiped(2))).toBeTruthy();
    expect(screen.getByText(keep.list.none)).toBeTruthy();
    await press('#undo');
    expect(onPhone()).toHaveLength(2);
    expect(document.querySelectorAll('.kept-row')).toHaveLength(2);
  });

  it('that the phone does not let go of are said to be there still', async () => {
    await keptBefore({});
    await show(<KeptPage />);
    memoryVault.refuses = true;
    await press('#wipe-all');
    expect(screen.getByText(keep.list.stuck)).toBeTruthy();
    expect(document.querySelectorAll('.kept-row')).toHaveLength(1);
  });

  it('that cannot be opened any more can be wiped', async () => {
    await keptBefore({});
    memoryVault.unreadable = true;
    await show(<KeptPage />);
    expect(screen.getByText(keep.problems.unreadable)).toBeTruthy();
    await press('#wipe-all');
    expect(screen.getByText(keep.list.none)).toBeTruthy();
  });
});

describe('one kept result', () => {
  const open = async (id = 'r0') => {
    phone.params = { id };
    return show(<KeptResultPage />);
  };
  afterEach(() => act(() => useStandards.setState({ rows: standardRows })));

  it('says that today says the same', async () => {
    await keptBefore({});
    await open();
    expect(document.querySelector('.kept-compared')?.textContent).toBe(keep.one.same);
    expect(document.querySelectorAll('.kept-now')).toHaveLength(0);
  });

  it('stands as it was judged then, with today beside it where a figure has changed', async () => {
    await keptBefore({});
    useStandards.setState({
      rows: standardRows.map((row) => (row.key === 'minimum-living-allowance' ? { ...row, value: 70_000 } : row)),
    });
    await open();
    const card = document.querySelector('#kept-minimum-living-allowance');
    expect(card?.querySelector('.card-head .pill')?.textContent).toBe('要街道核定');
    expect(card?.querySelector('.kept-now .pill')?.textContent).not.toBe('要街道核定');
  });

  it('names programmes that are gone and those that came since, in words', async () => {
    await keptBefore({ verdicts: [{ programme: 'old-one', title: '旧的一项', verdict: 'likely' }] });
    await open();
    expect(document.querySelector('#kept-old-one')?.textContent).toContain(keep.one.notNow);
    expect(document.querySelector('#kept-minimum-living-allowance')?.textContent).toContain(keep.one.newNow);
  });

  it('of newer rules than this phone has is not held against the older ones', async () => {
    await keptBefore({ rulesVersion: '2099.1+x' });
    await open();
    expect(document.querySelector('.kept-compared')?.textContent).toBe(keep.one.newerRules);
    expect(document.querySelector('.kept-now')).toBeNull();
  });

  it('whose questions are asked otherwise today says how many will be asked again', async () => {
    await keptBefore({ facts: { ...facts, 'household.memberCount': 'three' }, rulesVersion: `${RULES_RELEASE}+x` });
    await open();
    expect(screen.getByText(keep.one.askAgain(1))).toBeTruthy();
  });

  it('shows the answers only when asked to', async () => {
    await keptBefore({});
    await open();
    expect(screen.queryByText('2400 元')).toBeNull();
    await press('#kept-answers');
    expect(screen.getByText('2400 元')).toBeTruthy();
  });

  it('can be gone on from, with every answer, and asks before it takes the place of another', async () => {
    await keptBefore({});
    const running = { ...interview, facts: { ...facts, 'household.memberCount': 5 } };
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(running));
    phone.opened.length = 0;
    await open();
    phone.confirms = false;
    await press('#resume-kept');
    expect(useSession.getState().interview.facts).toEqual(running.facts);
    expect(phone.opened).toEqual([]);
    phone.confirms = true;
    await press('#resume-kept');
    expect(useSession.getState()).toMatchObject({ interview: { facts, asked, at: asked.length }, asking: 'questions' });
    expect(phone.opened).toEqual(['/packages/relief/wizard/index']);
  });

  it('is wiped at one press', async () => {
    await keptBefore({}, {});
    await open('r1');
    await press('#wipe-one');
    expect(onPhone().map(({ id }) => id)).toEqual(['r0']);
  });

  it('nobody keeps leads to those that are kept', async () => {
    await open('nobody');
    expect(screen.getByText(keep.one.notFound)).toBeTruthy();
    expect(screen.getByText(keep.one.seeAll)).toBeTruthy();
  });
});

describe('我的', () => {
  it('says how many are kept, opens them, and clears answers and results together', async () => {
    await keptBefore({}, {});
    await show(<MinePage />);
    expect(screen.getByText(/^2 份/)).toBeTruthy();
    await press('#kept-results');
    expect(phone.opened).toContain('/packages/relief/kept/index');
    await press('#clear');
    expect(memoryVault.sealed.size).toBe(0);
    expect(phone.stored.has(keptKeys.reliefAnswers)).toBe(false);
    expect(useKeptResults.getState().wiped).toEqual([]);
    expect(screen.getByText('已经删掉了。')).toBeTruthy();
  });

  it('says when the phone does not let go of them', async () => {
    await keptBefore({});
    await show(<MinePage />);
    memoryVault.refuses = true;
    await press('#clear');
    expect(screen.getByText(/没让删/)).toBeTruthy();
  });

  it('clears what cannot be opened any more', async () => {
    await keptBefore({});
    memoryVault.unreadable = true;
    phone.stored.clear();
    await show(<MinePage />);
    await press('#clear');
    expect(memoryVault.sealed.size).toBe(0);
  });
});

it('starting over forgets the answers and leaves what was kept on purpose', async () => {
  await keepNow();
  await show(<ResultPage />);
  await press('#restart');
  expect(phone.stored.has(keptKeys.reliefAnswers)).toBe(false);
  expect(onPhone()).toHaveLength(1);
});
