import type { BureauProgramme } from '../_kit/case-bureau';

/** 补贴种类 of the platform (docs/bureaus/disability-benefits/interface.md §1). */
export const programmes: readonly BureauProgramme[] = [
  {
    code: 'LIVING',
    title: '困难残疾人生活补贴',
    pers: ['person-month'],
    clauses: ['不是低保或低保边缘家庭', '已经领取孤儿基本生活费', '已经享受特困人员救助供养'],
    clauseNos: { 不是低保或低保边缘家庭: 'C7', 已经领取孤儿基本生活费: 'C10', 已经享受特困人员救助供养: 'C8' },
  },
  {
    code: 'CARE',
    title: '重度残疾人护理补贴',
    pers: ['person-month'],
    clauses: ['残疾等级不是一级或二级', '户籍不在本市', '已经领取工伤生活护理费', '残疾人证已过有效期'],
    clauseNos: { 残疾等级不是一级或二级: 'C2', 户籍不在本市: 'C7', 已经领取工伤生活护理费: 'C8' },
  },
];

export const usualPapers: readonly string[] = ['残疾证', '身份证', '银行卡', '监护人的材料'];
