import type { Door } from './doors';
import type { Question } from './fact';
import type { FactName } from './facts';

/** Behind the door of a death: the fewest questions, plain words, no cause, nothing that presses. */
export const farewellQuestions = [
  {
    id: 'deceased-circumstances',
    title: '去世的亲人，有下面这些情况吗？',
    short: '去世亲人的情况',
    help: '有几样选几样。',
    facts: [
      'deceased.hukouOutsideTianjin',
      'deceased.wasPublicEmployee',
      'deceased.hasInsuranceFuneralMoney',
      'deceased.receivedSpecialHardshipSupport',
      'deceased.funeralMoneyElsewhere',
    ],
    door: 'farewell',
    burden: 2,
  },
  {
    id: 'cremation-place',
    title: '去世的亲人，是在哪里火化的？',
    help: '户口在河东区天铁街道的，有单独一项。',
    facts: ['deceased.cremationPlace'],
    door: 'farewell',
    burden: 1,
  },
  {
    id: 'cremation-day',
    title: '去世的亲人，是哪一天火化的？',
    help: '火化的单据上写着。记不准，选“不清楚”也行。',
    facts: ['deceased.cremationDay'],
    door: 'farewell',
    burden: 4,
  },
  {
    id: 'burial-way',
    title: '去世的亲人，骨灰怎么安葬？',
    help: '已经办了的，按办的选。还没定，选“不清楚”就行。',
    facts: ['burial.way'],
    door: 'farewell',
    burden: 2,
  },
  {
    id: 'burial-details',
    title: '安葬的事，有下面这些情况吗？',
    short: '安葬的情况',
    help: '有几样选几样。60天从火化的第二天算起。',
    facts: ['burial.laidToRestIn60Days', 'burial.signedUpIn60Days', 'burial.claimantHasNoRight'],
    door: 'farewell',
    burden: 4,
  },
] as const satisfies readonly (Question & { facts: readonly FactName[]; door: Door })[];
