import { HOUSEHOLDS } from './households.mjs';
import { interviewOf } from './interviews.mjs';
import { theRestAnswered } from './plan.mjs';

const WHAT_IF = 'packages/relief/what-if/index';

/** 先算后挣: what earning more would change, for households to whom it means different things. */
export function whatIfScreens({ questions, facts }) {
  const screen = (name, given, show = (phone) => phone.open(WHAT_IF, '#what-changes')) => ({
    name: `what-if-${name}`,
    kept: { 'relief-answers': interviewOf(questions, given) },
    show,
    whole: true,
  });
  const answered = (given) => theRestAnswered({ questions, facts }, given);
  return [
    screen('wage-earner', answered(HOUSEHOLDS['needs-review'])),
    screen('disabled', answered(HOUSEHOLDS.likely), more),
    screen('half-answered', { ...HOUSEHOLDS['need-facts'], 'household.monthlyWageIncomeFen': 100_000 }),
    screen('wrong-number', answered(HOUSEHOLDS['needs-review']), mistype),
    screen('not-asked', HOUSEHOLDS['need-facts'], (phone) => phone.open(WHAT_IF, '#to-questions')),
  ];
}

async function more(phone) {
  await phone.open(WHAT_IF, '#what-changes');
  await phone.choose('3000 元');
}

async function mistype(phone) {
  await phone.open(WHAT_IF, '#what-changes');
  await phone.choose('自己填');
  await phone.type('.answer-input', '八百');
  await phone.tap('#see');
  await phone.see('.field-error');
}
