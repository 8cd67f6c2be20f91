import type { Door } from './doors';
import type { Question } from './fact';
import type { FactName } from './facts';

/**
 * Behind the door of a child nobody can look after. Most who answer are grandparents, so the child and each parent are
 * named; one child is spoken of, and no reason is asked.
 */
export const childQuestions = [
  {
    id: 'child-circumstances',
    title: '孩子有下面这些情况吗？',
    short: '孩子的情况',
    help: '有几样选几样。有几个孩子的，先说其中一个。',
    facts: ['child.isAged18', 'child.hukouOutsideTianjin', 'child.hasSeriousIllness'],
    door: 'child',
    burden: 2,
  },
  {
    id: 'child-mother',
    title: '孩子的妈妈，现在是哪种情况？',
    help: '选最接近的一种就行，不用说原因。从来没找到过妈妈的，选“失去联系”。重残，是残疾证一级、二级。精神、智力残疾，三级、四级也算。',
    facts: ['child.mother'],
    door: 'child',
    burden: 4,
  },
  {
    id: 'child-father',
    title: '孩子的爸爸，现在是哪种情况？',
    help: '选最接近的一种就行，不用说原因。从来没找到过爸爸的，选“失去联系”。重残，是残疾证一级、二级。精神、智力残疾，三级、四级也算。',
    facts: ['child.father'],
    door: 'child',
    burden: 4,
  },
  {
    id: 'child-birth-parents',
    title: '孩子从小就没找到过亲生父母，是吗？',
    facts: ['child.birthParentsNeverFound'],
    door: 'child',
    burden: 5,
  },
] as const satisfies readonly (Question & { facts: readonly FactName[]; door: Door })[];
