import { marriageSites } from '@jinmen/shared/services/marriage-registration/sites';
import { Injectable } from '@nestjs/common';
import {
  type OpeningPlan,
  OpeningPlans,
  Opens,
  type WindowTemplate,
  type WindowTime,
} from '../openings/opening-plans.port';

const HOURS = ['08:30', '09:30', '10:30', '13:30', '14:30', '15:30'] as const;
const registries = marriageSites.filter(({ sort }) => sort === 'registry').map(({ id }) => id);
const themed = marriageSites.filter(({ sort }) => sort === 'themed').map(({ id }) => id);

function times(hours: readonly string[], capacity: number, heldBack: number): readonly WindowTime[] {
  return hours.map((from) => ({ from, to: anHourAfter(from), capacity, heldBack }));
}

function anHourAfter(time: string): string {
  return `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`;
}

const sample = (template: Omit<WindowTemplate, 'usual' | 'sample'>): WindowTemplate => ({
  ...template,
  usual: true,
  sample: true,
});

/**
 * A demonstration: hours, couples an hour and the walk-in share of the sites were published nowhere (policy-facts C.2, I
 * 13), so every window it opens is marked 示例 until staff write their own templates.
 */
@Injectable()
@Opens('marriage-registration')
export class MarriageOpenings extends OpeningPlans {
  readonly plan: OpeningPlan = {
    settings: { horizonDays: 30, releaseAt: '08:30', shownDays: 7, cutOffMinutes: 60 },
    templates: [
      sample({
        code: 'registration',
        title: '登记处，结婚和补领（示例）',
        pool: 'registration',
        sites: registries,
        times: times(HOURS, 5, 1),
      }),
      sample({
        code: 'divorce',
        title: '登记处，离婚登记（示例）',
        pool: 'divorce',
        sites: registries,
        times: times(['09:30', '14:30'], 3, 1),
      }),
      sample({
        code: 'counselling',
        title: '登记处，婚姻家庭辅导（示例）',
        pool: 'counselling',
        sites: registries,
        times: times(['10:30', '15:30'], 2, 0),
      }),
      sample({
        code: 'themed',
        title: '特色登记点，结婚（示例）',
        pool: 'registration',
        sites: themed,
        times: times(['09:30', '10:30', '14:30', '15:30'], 4, 1),
      }),
    ],
    exceptions: [],
  };
}
