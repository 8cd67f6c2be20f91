import type { BureauProgramme } from '../_kit/case-bureau';

const NOT_OF_TIANJIN = '老人不是本市户籍';
const NOT_FRAIL = '评估下来现在还不用别人照顾';

/** 补贴类型 of the platform (docs/bureaus/eldercare/interface.md §1). */
export const programmes: readonly BureauProgramme[] = [
  { code: 'GLJT', title: '高龄津贴', pers: ['person-month'], clauses: [NOT_OF_TIANJIN, '岁数还没到所在区的规定'] },
  {
    code: 'FWBT',
    title: '养老服务补贴',
    pers: ['person-month'],
    clauses: [NOT_OF_TIANJIN, NOT_FRAIL, '不是规定的困难家庭'],
  },
  {
    code: 'HLBT',
    title: '养老护理补贴',
    pers: ['person-month'],
    clauses: [NOT_OF_TIANJIN, NOT_FRAIL, '已经领取重度残疾人护理补贴'],
  },
  {
    code: 'ZCBT',
    title: '助餐补贴',
    pers: ['person-month'],
    // Taken off at the till: there is no sum to decide.
    mayBeUnpaid: true,
    clauses: [NOT_OF_TIANJIN, '已经住在养老机构', '岁数和情况不在规定的范围里'],
  },
];

export const usualPapers: readonly string[] = ['身份证', '户口本', '银行卡', '评估的材料', '残疾证'];
