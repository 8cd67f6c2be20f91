import type { DerivedDefinition } from '@jinmen/shared/eligibility/expression';
import type { FactDefinition, Question } from '@jinmen/shared/facts/fact';

/** A made-up vocabulary, so that what asks and shows cannot secretly know a real programme. */
export const teaFacts: Readonly<Record<string, FactDefinition>> = {
  'guest.count': { type: 'count', label: '茶客人数', min: 1, max: 20 },
  'guest.spendFen': { type: 'money', label: '每月茶钱', max: 100_000_000 },
  'guest.tea': {
    type: 'choice',
    label: '爱喝的茶',
    options: [
      { value: 'green', label: '绿茶' },
      { value: 'black', label: '红茶' },
    ],
  },
  'guest.sings': { type: 'boolean', label: '会唱' },
  'guest.plays': { type: 'boolean', label: '会弹' },
  'guest.isRegular': { type: 'boolean', label: '常客' },
  'guest.age': { type: 'count', label: '茶客的岁数', min: 0, max: 130, unit: 'years' },
  'guest.firstCame': { type: 'date', label: '头一回来的日子', earliest: '2024-03-10' },
  'guest.manners': { type: 'staff', label: '茶品' },
};

export const teaDerived: Readonly<Record<string, DerivedDefinition>> = {
  'guest.spendPerHeadFen': { label: '人均茶钱', unit: 'fen-per-month', is: { kind: 'fact', fact: 'guest.spendFen' } },
  'guest.teaShare': { label: '茶钱占花销', unit: 'permille', is: { kind: 'fact', fact: 'guest.spendFen' } },
};

export const teaQuestions: readonly Question[] = [
  { id: 'count', title: '几位喝茶？', facts: ['guest.count'], door: 'general', burden: 1 },
  { id: 'spend', title: '每月茶钱多少？', facts: ['guest.spendFen'], door: 'general', burden: 2 },
  { id: 'tea', title: '爱喝哪种？', facts: ['guest.tea'], door: 'general', burden: 1 },
  { id: 'talents', title: '有哪样本事？', facts: ['guest.sings', 'guest.plays'], door: 'general', burden: 2 },
  { id: 'age', title: '多大岁数？', facts: ['guest.age'], door: 'general', burden: 1 },
  { id: 'first-came', title: '哪天头一回来？', facts: ['guest.firstCame'], door: 'general', burden: 2 },
  { id: 'regular', title: '是常客吗？', facts: ['guest.isRegular'], door: 'back-room', burden: 5 },
];

export function teaQuestion(id: string): Question {
  const found = teaQuestions.find((question) => question.id === id);
  if (found === undefined) throw new Error(`no such question: ${id}`);
  return found;
}

const guide = { where: '茶馆柜台', papers: ['茶票', '茶杯'], howLong: '一泡茶', phone: '12345' };

export const teaProgrammeTexts = [
  { code: 'tea', title: '茶水', formalName: '茶水补贴', guide },
  { code: 'song', title: '唱曲补贴', formalName: '唱曲补贴', guide },
];
