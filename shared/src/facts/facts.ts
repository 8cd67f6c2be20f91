import { RULES_ON_RECORD } from '../eligibility/vocabulary';
import { childFacts } from './child-facts';
import { elderFacts } from './elder-facts';
import type { FactDefinition } from './fact';
import { farewellFacts } from './farewell-facts';

/** Above this a sum was typed wrongly: one million yuan a month, or a hundred times that put by. */
const MOST_A_MONTH_FEN = 100_000_000;
const MOST_A_YEAR_FEN = 12 * MOST_A_MONTH_FEN;
const MOST_PUT_BY_FEN = 10_000_000_000;

/**
 * The whole vocabulary of facts. A fact is one line here and belongs to exactly one question, except `staff` facts,
 * which only an office can settle. Money is fen a month for the whole household unless the name says otherwise.
 */
export const facts = {
  'household.hukou': {
    type: 'choice',
    label: '家里人的户口',
    options: [
      { value: 'all-tianjin', label: '全家都是天津户口' },
      { value: 'some-tianjin', label: '有人是，有人不是' },
      { value: 'residence-permit', label: '都不是，有人办了天津居住证' },
      { value: 'none', label: '都不是，也没有居住证' },
    ],
  },
  'household.nonLocalLivedTogetherOneYear': { type: 'boolean', label: '外地户口的家人一起在天津住满一年' },
  'household.residencePermit': { type: 'staff', label: '有居住证的能不能在天津办' },
  'household.nonLocalResidence': { type: 'staff', label: '外地户口的家人算不算一户' },
  'household.hasMinimumLivingAllowance': { type: 'boolean', label: '在领低保' },
  'household.hasSpecialHardshipSupport': { type: 'boolean', label: '有人是特困人员' },
  'household.isLowIncomeMargin': { type: 'boolean', label: '办过低保边缘家庭' },
  'household.belowMinimumLivingStandard': { type: 'staff', label: '收入比低保标准低的算不算低保边缘' },
  'household.recognition': { type: 'staff', label: '低保或低保边缘的结果' },
  'household.memberCount': { type: 'count', label: '一起生活的人数', min: 1, max: 20 },
  'household.monthlyWageIncomeFen': { type: 'money', label: '全家每月的工资', max: MOST_A_MONTH_FEN },
  'household.monthlyOtherIncomeFen': { type: 'money', label: '全家每月的其他收入', max: MOST_A_MONTH_FEN },
  'household.monthlyBasicPensionFen': { type: 'money', label: '全家每月的基础养老金', max: MOST_A_MONTH_FEN },
  'household.hasAbleBodiedWithoutWork': { type: 'boolean', label: '有人能干活但没有工作' },
  'household.hasSupportFromOutside': { type: 'boolean', label: '有不住一起的家人该给赡养费或抚养费' },
  'household.receivedSeverance': { type: 'boolean', label: '最近拿过离职补偿' },
  'household.hasDisabledMember': { type: 'boolean', label: '有残疾人' },
  'household.hasLongTermIllness': { type: 'boolean', label: '有人得了重病或慢性病，办了大病、门特的也算' },
  'household.hasMajorOrSpecialIllness': { type: 'boolean', label: '有人办了大病或门诊特殊病' },
  'household.hasMemberAged60': { type: 'boolean', label: '有60岁以上的老人' },
  'household.hasMinor': { type: 'boolean', label: '有18岁以下的孩子' },
  'household.isSingleParentWithStudent': { type: 'boolean', label: '单亲带着上学的孩子' },
  'household.allAged60WithoutChildren': { type: 'boolean', label: '全家都满60岁，没有子女' },
  'household.receivesFamilyPlanningSupport': { type: 'boolean', label: '领计划生育特别扶助金' },
  'household.severelyDisabledCount': { type: 'count', label: '视力、肢体、智力、精神一二级的人数', min: 0, max: 20 },
  'household.otherDisabledCount': { type: 'count', label: '言语听力一二级、智力精神三级的人数', min: 0, max: 20 },
  'household.illnessClassACount': { type: 'count', label: '得尿毒症、白血病这类病的人数', min: 0, max: 20 },
  'household.illnessClassBCount': { type: 'count', label: '得癌症、偏瘫这类病的人数', min: 0, max: 20 },
  'household.illnessClassCCount': { type: 'count', label: '得脑梗死、癫痫这类病的人数', min: 0, max: 20 },
  'household.graveIllness': { type: 'staff', label: '这个病算不算重大疾病' },
  'household.samePersonDisabledAndIll': { type: 'boolean', label: '同一个人又有残疾又有重病' },
  'household.moneyAssetsFen': { type: 'money', label: '全家的存款和现金（总数）', max: MOST_PUT_BY_FEN },
  'household.soldOnlyHomeForIllness': { type: 'boolean', label: '这笔钱里有看病卖掉唯一住房的钱' },
  'household.ownsCar': { type: 'boolean', label: '名下有汽车' },
  'household.ownsSecondHome': { type: 'boolean', label: '有两套或更多住房（租的公房也算）' },
  'household.ownsShopOrOffice': { type: 'boolean', label: '名下有商铺、写字楼这类房子' },
  'household.paysForLuxury': { type: 'boolean', label: '自费留学或有高档用品' },
  'household.floorArea': { type: 'staff', label: '人均住房面积' },
  'household.property': { type: 'staff', label: '房子、车这些财产' },
  'household.hasMedicalSpending': { type: 'boolean', label: '看病自己花了很多钱' },
  'household.hasSchoolSpending': { type: 'boolean', label: '上学花了很多钱' },
  'household.hadDisasterOrAccident': { type: 'boolean', label: '遭了灾，或出了意外' },
  'household.hasRehabilitationSpending': { type: 'boolean', label: '残疾康复花了很多钱' },
  'household.yearlyRigidSpendingFen': { type: 'money', label: '最近12个月这些事自己花的钱', max: MOST_A_YEAR_FEN },
  'household.yearlyIncomeFen': { type: 'money', label: '最近12个月全家的收入', max: MOST_A_YEAR_FEN },
  'household.spendingWithoutIncome': { type: 'staff', label: '没有收入的怎么算' },
  'household.reliefAtResidence': { type: 'staff', label: '没有天津户口的，能不能在住处办' },
  'emergency.hadAccident': { type: 'boolean', label: '着火、车祸这样的意外' },
  'emergency.hasSuddenIllness': { type: 'boolean', label: '有人突然得了重病' },
  'emergency.isJoblessUninsured': { type: 'boolean', label: '没了工作，连着三个月没收入，以前没上失业保险' },
  'emergency.hasOtherHardship': { type: 'boolean', label: '别的突然的难处' },
  'emergency.cannotPayForNeeds': { type: 'boolean', label: '吃饭、住处或看病的钱，现在拿不出来' },
  'emergency.otherHardshipCounts': { type: 'staff', label: '别的难处算不算' },
  'hardshipPerson.exists': { type: 'boolean', label: '有人自己没什么收入，也没有家人能养' },
  'hardshipPerson.kind': {
    type: 'choice',
    label: '那位家人的情况',
    options: [
      { value: 'aged-60', label: '60岁以上' },
      { value: 'under-18', label: '不满18岁' },
      { value: 'severely-disabled', label: '残疾：智力、精神一到三级，肢体一、二级，视力一级' },
      { value: 'kind-not-named', label: '残疾：听力、言语，或者不止一种' },
      { value: 'no-certificate', label: '有残疾，残疾证还没办' },
      { value: 'none', label: '都不是' },
    ],
  },
  'hardshipPerson.hasIncome': { type: 'boolean', label: '那位家人自己有收入' },
  'hardshipPerson.obligors': {
    type: 'choice',
    label: '该养那位家人的人',
    options: [
      { value: 'none', label: '没有这样的人' },
      { value: 'unable', label: '有，可是都没能力养' },
      { value: 'able', label: '有，能养' },
    ],
  },
  'hardshipPerson.hukouInTianjin': { type: 'boolean', label: '那位家人是天津户口' },
  'hardshipPerson.place': {
    type: 'choice',
    label: '那位家人住在哪里',
    options: [
      { value: 'urban', label: '城里' },
      { value: 'rural-institution', label: '农村，住在养老院、福利院这类地方' },
      { value: 'rural-home', label: '农村，住在家里' },
    ],
  },
  'hardshipPerson.kindCounts': { type: 'staff', label: '那位家人的残疾算不算' },
  'hardshipPerson.assessedGrade': { type: 'staff', label: '那位家人评残以后的等级' },
  'hardshipPerson.meansOfLiving': { type: 'staff', label: '那位家人的收入够不够生活' },
  'hardshipPerson.obligorsMeans': { type: 'staff', label: '该养的人有没有能力' },
  'disabledPerson.grade': {
    type: 'choice',
    label: '残疾证上的等级',
    options: [
      { value: 'grade-1', label: '一级' },
      { value: 'grade-2', label: '二级' },
      { value: 'grade-3', label: '三级' },
      { value: 'grade-4', label: '四级' },
      { value: 'no-certificate', label: '还没办残疾证' },
    ],
  },
  'disabledPerson.hukouInTianjin': { type: 'boolean', label: '残疾人是天津户口' },
  'disabledPerson.receivesWorkInjuryNursing': { type: 'boolean', label: '在领工伤护理费' },
  'disabledPerson.receivesSpecialHardshipSupport': { type: 'boolean', label: '已经是特困人员' },
  'disabledPerson.receivesOtherCareSubsidy': { type: 'boolean', label: '在领老年、因公致残或离休的护理补贴' },
  'disabledPerson.receivesOrphanAllowance': { type: 'boolean', label: '在领孤儿基本生活费' },
  'disabledPerson.isAdultWithoutWork': { type: 'boolean', label: '残疾人成年了，没有工作' },
  'disabledPerson.householdAlone': { type: 'staff', label: '残疾人能不能单独算一户' },
  'disabledPerson.assessedGrade': { type: 'staff', label: '评残以后的等级' },
  'disabledPerson.higherSubsidy': { type: 'staff', label: '两种补贴选哪一种' },
  ...childFacts,
  ...elderFacts,
  ...farewellFacts,
  [RULES_ON_RECORD]: { type: 'staff', label: '当时的规定' },
} as const satisfies Readonly<Record<string, FactDefinition>>;

export type FactName = keyof typeof facts;

/** What somebody of the household earns by working: 先算后挣 adds to it. */
export const earnings: FactName = 'household.monthlyWageIncomeFen';
