import type { Door } from './doors';
import type { Question } from './fact';
import type { FactName } from './facts';

/** About one old person. The district is asked only of those whose sum depends on it, and in two short steps. */
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
] as const satisfies readonly (Question & { facts: readonly FactName[]; door: Door })[];
