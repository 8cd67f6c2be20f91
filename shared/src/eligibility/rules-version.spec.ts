import type { StandardRow } from '../standards/standard';
import { createEngine } from './engine';
import { TEA_SOURCE, teaHouseGrant, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';

const engine = createEngine(teaVocabulary, [teaHouseGrant], '2026.11.3');
const on = (standards: readonly StandardRow[], asOf: '2024-05-01' | '2025-05-01' = '2024-05-01') =>
  engine.rulesVersion(standards, asOf);
const later = { key: 'cup-line', value: 5, unit: 'fen-once', from: '2025-01-01', source: TEA_SOURCE } as const;

describe('the version of the rules', () => {
  it('begins with the release, and is what an assessment carries', () => {
    expect(on(teaStandards)).toMatch(/^2026\.11\.3\+[0-9a-z]+$/);
    const assessed = engine.assess({}, { asOf: '2024-05-01', standards: teaStandards });
    expect([assessed.rulesVersion, assessed.asOf]).toEqual([on(teaStandards), '2024-05-01']);
  });

  it('stays while no figure in force changes', () => {
    expect(on([...teaStandards, later])).toBe(on(teaStandards));
    expect(on(teaStandards, '2025-05-01')).toBe(on(teaStandards));
  });

  it('changes with a figure, its unit or the day it came into force', () => {
    const [first, ...rest] = teaStandards;
    if (!first) throw new Error('the tea house has figures');
    const changed = [{ value: 9 }, { unit: 'months' as const }, { from: '2021-01-01' as const }, { key: 'tea-line' }];
    const versions = changed.map((change) => on([{ ...first, ...change }, ...rest]));
    expect(new Set([on(teaStandards), on([...teaStandards, later], '2025-05-01'), ...versions]).size).toBe(6);
  });
});
