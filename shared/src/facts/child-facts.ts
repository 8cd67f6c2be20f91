import type { FactDefinition } from './fact';

/** Asked of each parent alike; never why. */
const STATES_OF_A_PARENT = [
  { value: 'able-or-other', label: '能照顾孩子，或者下面都不是' },
  { value: 'passed-away', label: '去世了' },
  { value: 'out-of-touch', label: '失去联系半年以上' },
  { value: 'disabled-or-ill', label: '重残或重病' },
  { value: 'detained', label: '服刑或强制戒毒，半年以上' },
  { value: 'guardianship-ended', label: '法院撤了监护资格，或被遣送出境' },
] as const;

/** Of one child, “孩子”. The application asks about each. */
export const childFacts = {
  'child.isAged18': { type: 'boolean', label: '孩子满18岁了' },
  'child.hukouOutsideTianjin': { type: 'boolean', label: '孩子的户口在外地' },
  'child.hasSeriousIllness': { type: 'boolean', label: '孩子自己得了要长期治的重病' },
  'child.mother': { type: 'choice', label: '孩子的妈妈', options: STATES_OF_A_PARENT },
  'child.father': { type: 'choice', label: '孩子的爸爸', options: STATES_OF_A_PARENT },
  'child.birthParentsNeverFound': { type: 'boolean', label: '从小就没找到过亲生父母' },
  'child.listedIllness': { type: 'staff', label: '孩子的病算不算规定的那类' },
} as const satisfies Readonly<Record<string, FactDefinition>>;
