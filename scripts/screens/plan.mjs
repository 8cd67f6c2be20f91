import { HOUSEHOLDS } from './households.mjs';
import { anyValue, interviewOf } from './interviews.mjs';

const RESULT = 'packages/relief/result/index';

/** The card 可以一起办的 in each of its states. */
export function planScreens({ questions, facts }) {
  const answered = (given) => theRestAnswered(questions, facts, given);
  const screen = (name, given, show = (phone) => phone.open(RESULT, '#plan')) => ({
    name: `plan-${name}`,
    kept: { 'relief-answers': interviewOf(questions, answered(given)) },
    show,
  });
  const disabled = HOUSEHOLDS.likely;
  return [
    screen('together', disabled),
    { ...screen('explained', disabled, explain), whole: true },
    screen('held', { ...disabled, 'household.isLowIncomeMargin': true }),
    screen('waits', { ...disabled, 'household.monthlyOtherIncomeFen': 3_000_000 }),
    screen('fallback', { ...disabled, 'household.memberCount': 1, 'household.monthlyOtherIncomeFen': 230_000 }),
  ];
}

async function explain(phone) {
  await phone.open(RESULT, '#plan');
  await phone.tap('#plan-why');
  await phone.see('.plan-reason');
}

/** These answers, and every other question of the general door answered, mostly with no. */
export function theRestAnswered(questions, facts, given) {
  const names = questions.filter(({ door }) => door === 'general').flatMap((question) => question.facts);
  return { ...Object.fromEntries(names.map((name) => [name, anyValue(facts[name])])), ...given };
}
