import type { CaseRecord } from '../case-record';
import { BadMessage } from '../message';
import { commitment, commitmentOf, paper, papersOf } from './papers';

// of a case only what papers read: the rest of the record has no part in it
const record = () =>
  ({ matters: {}, paperRequest: { papers: [{ name: '诊断证明' }], by: '2026-12-02' } }) as unknown as CaseRecord;
const page = (number: number, base64 = 'AAAA') => ({
  kind: 'diagnosis',
  name: '诊断证明',
  page: number,
  pages: 2,
  file: { type: 'image/jpeg', base64 },
});

it('keeps the pages of a paper in their order, the newest of each, and counts an asked one as there', () => {
  const kept = record();
  for (const each of [page(2), page(1, 'BBBB'), page(2, 'CCCC')]) paper.take(kept, each, '');
  expect(papersOf(kept).map(({ pages }) => pages.map(({ base64 }) => base64))).toEqual([['BBBB', 'CCCC']]);
  expect(kept.paperRequest?.papers[0]?.receivedOn).toBeDefined();
});

it.each([
  ['no page', { ...page(1), page: 0 }],
  ['no file', { ...page(1), file: undefined }],
  ['a program', { ...page(1), file: { type: 'text/html', base64: 'AAAA' } }],
  ['bytes that are none', { ...page(1), file: { type: 'image/jpeg', base64: '<b>' } }],
])('takes no paper with %s', (_what, data) => {
  expect(() => paper.take(record(), data, '')).toThrow(BadMessage);
});

it('keeps the last promise', () => {
  const kept = record();
  for (const by of ['2026-12-02', '2026-12-09']) {
    commitment.take(kept, { signedOn: '2026-11-25', papers: [{ kind: 'diagnosis', name: '诊断证明', by }] }, '');
  }
  expect(commitmentOf(kept)?.papers).toMatchObject([{ by: '2026-12-09' }]);
  expect(() => commitment.take(kept, { signedOn: '2026-11-25', papers: [] }, '')).toThrow(BadMessage);
});
