import type { Door } from './doors';
import type { Question } from './fact';
import type { FactName } from './facts';

/**
 * About one old person. Whether a family has lost its only child is asked behind its own door. The district is asked only of those whose sum depends on it, and in two
 * short steps.
 */
export const elderQuestions = [
  {
    id: 'elder-age',
    title: '那位老人多大岁数了？',
    help: '填周岁。有几位的，先说年纪最大或最要人照顾的那位。',
    facts: ['elder.age'],
    door: 'elder',
    burden: 1,
  },
  {
    id: 'elder-hukou',
    title: '那位老人是天津户口吗？',
    facts: ['elder.hukouInTianjin'],
    door: 'elder',
    burden: 1,
  },
  {
    id: 'elder-care-level',
    title: '那位老人平时要人照顾吗？',
    help: '评估过的，按评的等级选。没评估过也没关系。',
    facts: ['elder.careLevel'],
    door: 'elder',
    burden: 2,
  },
  {
    id: 'elder-circumstances',
    title: '那位老人有下面这些情况吗？',
    short: '老人的情况',
    help: '有几样选几样。',
    facts: [
      'elder.livesAlone',
      'elder.childrenLiveElsewhere',
      'elder.livesInInstitution',
      'elder.hasSevereDisability',
      'elder.receivesHomeCareSubsidy',
      'elder.receivesDisabilityLivingSubsidy',
    ],
    door: 'elder',
    burden: 2,
  },
  {
    id: 'elder-area',
    title: '那位老人的户口在天津哪一片？',
    help: '各区发的津贴不一样多。',
    facts: ['elder.area'],
    door: 'elder',
    burden: 1,
  },
  {
    id: 'elder-central-district',
    title: '那位老人的户口在市内哪个区？',
    facts: ['elder.centralDistrict'],
    door: 'elder',
    burden: 1,
  },
  {
    id: 'elder-suburban-district',
    title: '那位老人的户口在这四个区的哪一个？',
    facts: ['elder.suburbanDistrict'],
    door: 'elder',
    burden: 1,
  },
  {
    id: 'elder-outer-district',
    title: '那位老人的户口在这五个区的哪一个？',
    facts: ['elder.outerDistrict'],
    door: 'elder',
    burden: 1,
  },
  {
    id: 'elder-special-family',
    title: '那位老人家里是计划生育特殊家庭吗？',
    help: '是的话，满70岁吃饭就能有补贴。不想说也没关系。',
    facts: ['elder.isSpecialFamily'],
    door: 'special-family',
    burden: 5,
  },
] as const satisfies readonly (Question & { facts: readonly FactName[]; door: Door })[];
