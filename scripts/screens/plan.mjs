import { HOUSEHOLDS } from './households.mjs';
import { anyValue, interviewOf } from './interviews.mjs';

const RESULT = 'packages/relief/result/index';

/** A woman of 82 who lives alone, with a certificate of grade 1 and somebody to look after her now and then. */
const WIDOW = {
  ...HOUSEHOLDS.likely,
  'household.memberCount': 1,
  'household.monthlyWageIncomeFen': 0,
  'household.monthlyOtherIncomeFen': 90_000,
  'household.hasMemberAged60': true,
  'household.allAged60WithoutChildren': true,
  'elder.age': 82,
  'elder.hukouInTianjin': true,
  'elder.careLevel': 'moderate',
  'elder.livesAlone': true,
  'elder.hasSevereDisability': true,
};

/** A family that scattered somebody's ashes at sea a week after the cremation. */
const FAREWELL = {
  'deceased.cremationPlace': 'tianjin',
  'deceased.cremationDay': '2026-11-10',
  'burial.way': 'sea',
  'burial.laidToRestIn60Days': true,
  'burial.signedUpIn60Days': true,
};

/** The card 可以一起办的 in each of its states. */
export function planScreens({ questions, facts }) {
  const screen = (name, given, { doors = ['general'], show = (phone) => phone.open(RESULT, '#plan') } = {}) => ({
    name: `plan-${name}`,
    kept: {
      'relief-answers': {
        ...interviewOf(questions, theRestAnswered({ questions, facts }, withItsYear(given), doors)),
        doors,
      },
    },
    show,
  });
  const disabled = HOUSEHOLDS.likely;
  return [
    screen('together', disabled),
    { ...screen('explained', disabled, { show: explain }), whole: true },
    screen('held', { ...disabled, 'household.isLowIncomeMargin': true }),
    screen('waits', { ...disabled, 'household.monthlyOtherIncomeFen': 3_000_000 }),
    screen('fallback', { ...disabled, 'household.memberCount': 1, 'household.monthlyOtherIncomeFen': 230_000 }),
    { ...screen('widow', WIDOW, { doors: ['general', 'elder'] }), whole: true },
    screen('farewell', FAREWELL, { doors: ['farewell'] }),
  ];
}

/** The year goes with the months: else the page asks first whether one of them is wrong. */
function withItsYear(given) {
  const months = ['household.monthlyWageIncomeFen', 'household.monthlyOtherIncomeFen'].map((name) => given[name] ?? 0);
  return { ...given, 'household.yearlyIncomeFen': 12 * (months[0] + months[1]) };
}

async function explain(phone) {
  await phone.open(RESULT, '#plan');
  await phone.tap('#plan-why');
  await phone.see('.plan-reason');
}

/** These answers, and every other question behind the doors answered, mostly with no. */
export function theRestAnswered({ questions, facts }, given, doors = ['general']) {
  const names = questions.filter(({ door }) => doors.includes(door)).flatMap((question) => question.facts);
  return { ...Object.fromEntries(names.map((name) => [name, anyValue(facts[name])])), ...given };
}
