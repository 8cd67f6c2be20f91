import type { ClauseLine } from '../../../ui/clause-list';
import { ruleAsWritten } from './rule-as-written';

const aLine = (id: string, text: string, outcome: string): ClauseLine => ({
  id,
  text,
  outcome,
  tone: 'open',
  source: '茶馆章程',
});

it('a rule nobody has answered yet is read without 还没问, each clause once, with what an office decides', () => {
  const lines = [
    aLine('C1', '爱喝茶', '还没问'),
    aLine('C2', '茶品由街道核定', '由街道核定'),
    aLine('C3', '爱喝茶', '还没问'),
  ];
  expect(ruleAsWritten(lines).map(({ id, outcome }) => [id, outcome])).toEqual([
    ['C1', undefined],
    ['C2', '由街道核定'],
  ]);
});
