import { HOUSEHOLDS } from './households.mjs';
import { interviewOf } from './interviews.mjs';

const RESULT = 'packages/relief/result/index';
const NEWER = '2099.1';
const ASSESSMENTS = '**/assessments';

const NOT_TAKEN = {
  code: 'eligibility.bad-facts',
  errors: [
    { field: 'facts.household.memberCount', code: 'fact.out-of-range', message: '请填 1 到 2 之间的数。' },
    { field: 'facts.household.hukou', code: 'fact.unknown', message: '没有这一项，请更新小程序再试。' },
  ],
};

/** A phone whose rules are older than the server's: said, asked, answered, and what may go wrong on the way. */
export function olderRulesScreens({ questions }) {
  const screen = (name, show, more = {}) => ({
    name: `older-rules-${name}`,
    kept: { 'relief-answers': interviewOf(questions, HOUSEHOLDS.likely) },
    release: NEWER,
    show: async (phone) => {
      await phone.open(RESULT, '#ask-server');
      await show(phone);
    },
    ...more,
  });
  return [
    screen('said', async () => {}),
    screen('consent', showWhatIsSent, { whole: true }),
    screen('answered', (phone) => send(phone, '#served'), { whole: true }),
    screen('offline', async (phone) => {
      await phone.unreachable(ASSESSMENTS);
      await send(phone, '#retry');
    }),
    screen('slow', async (phone) => {
      await phone.answerLate(ASSESSMENTS);
      await send(phone, '.older-sending-slow');
    }),
    screen('not-taken', async (phone) => {
      await phone.refuse(ASSESSMENTS, NOT_TAKEN);
      await send(phone, '.change-answer');
    }),
  ];
}

async function send(phone, thenSee) {
  await phone.tap('#ask-server');
  await phone.tap('#send');
  await phone.see(thenSee);
}

async function showWhatIsSent(phone) {
  await phone.tap('#ask-server');
  await phone.tap('#what-is-sent');
  await phone.see('.sent-answer');
}
