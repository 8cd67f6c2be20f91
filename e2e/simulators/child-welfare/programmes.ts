import type { BureauProgramme } from '../_kit/case-bureau';

const IN_LISTS = '儿童生活费';

/** 待遇种类 of the system (docs/bureaus/child-welfare/interface.md §1). No clause says what became of a parent. */
export const programmes: readonly BureauProgramme[] = [
  {
    code: 'B01',
    title: '孤儿基本生活费',
    inLists: IN_LISTS,
    pers: ['person-month'],
    clauses: ['孩子已满18周岁', '孩子的户籍不在本市', '不在规定的保障范围里'],
  },
  {
    code: 'B02',
    title: '事实无人抚养儿童基本生活补贴',
    inLists: IN_LISTS,
    pers: ['person-month'],
    clauses: ['孩子已满18周岁', '孩子的户籍不在本市', '不在规定的保障范围里', '已经按孤儿领取基本生活费'],
  },
];

export const usualPapers: readonly string[] = ['孩子的户口本', '监护人的身份证', '社保卡或银行卡', '有关部门的材料'];
