import type { BureauProgramme } from '../_kit/case-bureau';

const INCOME = '共同生活的家庭成员人均月收入高于本市最低生活保障标准';
const PROPERTY = '家庭财产超过规定的限额';
const NO_COOPERATION = '无正当理由不配合家庭经济状况核对';

/** 事项 of the platform (docs/bureaus/social-assistance/interface.md §1). */
export const programmes: readonly BureauProgramme[] = [
  {
    code: 'SH01',
    title: '最低生活保障',
    pers: ['household-month'],
    clauses: [INCOME, PROPERTY, NO_COOPERATION],
    clauseNos: { [INCOME]: 'C5', [PROPERTY]: 'C14' },
  },
  {
    code: 'SH02',
    title: '单人保',
    pers: ['person-month'],
    clauses: ['残疾等级或病种不在单人保的范围内', '家庭人均月收入超过规定的倍数', PROPERTY],
    clauseNos: { 家庭人均月收入超过规定的倍数: 'C16', [PROPERTY]: 'C20' },
  },
  {
    code: 'SH03',
    title: '最低生活保障边缘家庭',
    mayBeUnpaid: true,
    pers: ['household-month'],
    clauses: ['家庭人均月收入高于边缘家庭的收入标准', PROPERTY, NO_COOPERATION],
    clauseNos: { 家庭人均月收入高于边缘家庭的收入标准: 'C6', [PROPERTY]: 'C10' },
  },
  {
    code: 'SH04',
    title: '特困人员救助供养',
    pers: ['person-month'],
    clauses: ['有劳动能力', '有生活来源', '法定赡养、抚养、扶养义务人有履行义务的能力'],
    clauseNos: { 有生活来源: 'C7', '法定赡养、抚养、扶养义务人有履行义务的能力': 'C10' },
  },
  {
    code: 'SH05',
    title: '刚性支出困难家庭',
    mayBeUnpaid: true,
    pers: ['household-month'],
    clauses: ['刚性支出占家庭总收入的比例没有达到规定', PROPERTY],
    clauseNos: { 刚性支出占家庭总收入的比例没有达到规定: 'C15', [PROPERTY]: 'C19' },
  },
  {
    code: 'SH06',
    title: '临时救助',
    pers: ['once'],
    clauses: ['基本生活没有出现突发的严重困难', '同一事由已经救助过'],
    clauseNos: { 基本生活没有出现突发的严重困难: 'C5' },
  },
];

export const usualPapers: readonly string[] = [
  '身份证',
  '户口本',
  '收入的材料',
  '残疾证',
  '诊断证明',
  '离职或停工的材料',
];
