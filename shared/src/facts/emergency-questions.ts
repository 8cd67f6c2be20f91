import type { Door } from './doors';
import type { Question } from './fact';
import type { FactName } from './facts';

/** Two short ways to an answer: whoever is in need now answers no more than these. */
export const emergencyQuestions = [
  {
    id: 'emergency-what',
    title: '您家突然遇到下面哪样事？',
    short: '突然遇到的事',
    help: '有几样选几样。',
    facts: [
      'emergency.hadAccident',
      'emergency.hasSuddenIllness',
      'emergency.isJoblessUninsured',
      'emergency.hasOtherHardship',
    ],
    door: 'emergency',
    burden: 1,
  },
  {
    id: 'emergency-now',
    title: '吃饭、住处或看病的钱，现在拿不出来了吗？',
    facts: ['emergency.cannotPayForNeeds'],
    door: 'emergency',
    burden: 1,
  },
] as const satisfies readonly (Question & { facts: readonly FactName[]; door: Door })[];
