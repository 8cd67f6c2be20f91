import type { PaperState, PaperView } from '@jinmen/shared/applications/paper-views';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { paperLine } from './paper-lines';

const paper = (state: PaperState): PaperView => ({
  kind: 'diagnosis',
  name: '诊断证明',
  neededBy: [],
  mayFollow: true,
  ways: [],
  state,
  pages: [],
  by: '2026-12-05',
  fetchedBy: '核对系统（查收入和存款的）',
});
const states: readonly PaperState[] = [
  'open',
  'ready',
  'sent',
  'promised',
  'missed',
  'in-person',
  'bureau',
  'asked',
  'unreadable',
];

it.each(states)('a paper that is %s says so plainly', (state) => {
  const line = paperLine(paper(state));
  expect(plainWordProblems(line)).toEqual([]);
  expect(line.startsWith('诊断证明')).toBe(true);
  if (['promised', 'missed', 'asked', 'unreadable'].includes(state))
    expect(line).toContain('12\u00a0月\u00a05\u00a0日');
});

it('a paper nobody has chosen a way for keeps its guide’s remark', () => {
  expect(paperLine({ ...paper('open'), note: '有什么带什么' })).toBe('诊断证明（有什么带什么）');
});
