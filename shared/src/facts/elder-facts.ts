import type { FactDefinition } from './fact';

/** Of one old person, “那位老人”: the oldest, or the one who needs it most. The application asks about each. */
export const elderFacts = {
  'elder.age': { type: 'count', unit: 'years', label: '老人的岁数', min: 0, max: 130 },
  'elder.hukouInTianjin': { type: 'boolean', label: '老人是天津户口' },
  'elder.area': {
    type: 'choice',
    label: '老人的户口在哪一片',
    options: [
      { value: 'central', label: '市内六区' },
      { value: 'suburban', label: '东丽、西青、津南、北辰' },
      { value: 'binhai', label: '滨海新区' },
      { value: 'outer', label: '武清、宝坻、宁河、静海、蓟州' },
    ],
  },
  'elder.centralDistrict': {
    type: 'choice',
    label: '老人的户口在市内哪个区',
    options: [
      { value: '120101', label: '和平区' },
      { value: '120102', label: '河东区' },
      { value: '120103', label: '河西区' },
      { value: '120104', label: '南开区' },
      { value: '120105', label: '河北区' },
      { value: '120106', label: '红桥区' },
    ],
  },
  'elder.suburbanDistrict': {
    type: 'choice',
    label: '老人的户口在环城哪个区',
    options: [
      { value: '120110', label: '东丽区' },
      { value: '120111', label: '西青区' },
      { value: '120112', label: '津南区' },
      { value: '120113', label: '北辰区' },
    ],
  },
  'elder.outerDistrict': {
    type: 'choice',
    label: '老人的户口在远郊哪个区',
    options: [
      { value: '120114', label: '武清区' },
      { value: '120115', label: '宝坻区' },
      { value: '120117', label: '宁河区' },
      { value: '120118', label: '静海区' },
      { value: '120119', label: '蓟州区' },
    ],
  },
  'elder.careLevel': {
    type: 'choice',
    label: '老人要人照顾到什么程度',
    options: [
      { value: 'not-needed', label: '不用人照顾' },
      { value: 'mild', label: '评估过，轻度' },
      { value: 'moderate', label: '评估过，中度' },
      { value: 'severe', label: '评估过，重度' },
      { value: 'not-assessed', label: '要人照顾，还没评估' },
    ],
  },
  'elder.livesAlone': { type: 'boolean', label: '一个人住，或者没有老伴和子女' },
  'elder.childrenLiveElsewhere': { type: 'boolean', label: '子女不住一起，或者都在外地' },
  'elder.hasSevereDisability': { type: 'boolean', label: '残疾证是一级或二级' },
  'elder.receivesHomeCareSubsidy': { type: 'boolean', label: '在领居家养老补贴（养老服务、护理补贴）' },
  'elder.receivesDisabilityLivingSubsidy': { type: 'boolean', label: '在领困难残疾人生活补贴' },
  'elder.livesInInstitution': { type: 'boolean', label: '住在养老院' },
  'elder.isSpecialFamily': { type: 'boolean', label: '老人家里是计划生育特殊家庭' },
  'elder.unableToCareForSelf': { type: 'staff', label: '老人算不算失能（照顾不了自己）' },
  'elder.assessedCareLevel': { type: 'staff', label: '评估以后的等级' },
  'elder.otherCareGroup': { type: 'staff', label: '老人算不算能领的另外几类' },
  'elder.otherSubsidyResult': { type: 'staff', label: '老人别的补贴的结果' },
} as const satisfies Readonly<Record<string, FactDefinition>>;
