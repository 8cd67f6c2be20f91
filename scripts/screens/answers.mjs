import { begin } from './begin.mjs';
import { shownQuestion } from './interviews.mjs';

/** Nobody's: no place has this code. The last digit of the second is wrong. */
const ID_NUMBER = '999999195302150006';
const WRONG_ID_NUMBER = '999999195302150001';

/** What is said at the place about an answer that is missing, cannot be read, or was read from something else. */
export function answerScreens({ kinds, facts }) {
  const screen = (name, kind, show) => ({
    name: `wizard-${name}`,
    kept: { 'relief-answers': shownQuestion(kinds.get(kind), facts) },
    show: async (phone) => {
      await begin(phone);
      await show(phone);
    },
  });
  const wrong = (act) => async (phone) => {
    await act(phone);
    await phone.tap('#next');
    await phone.see('.field-error');
  };
  return [
    {
      name: 'wizard-nothing-chosen',
      show: async (phone) => {
        await begin(phone);
        await wrong(() => undefined)(phone);
      },
    },
    screen(
      'wrong-number',
      'money',
      wrong((phone) => phone.type('.answer-input', '一千二')),
    ),
    screen('age-from-id-number', 'age', async (phone) => {
      await phone.type('.answer-input', ID_NUMBER);
      await phone.see('.answer-note');
    }),
    screen('age-wrong-id-number', 'age', async (phone) => {
      await phone.type('.answer-input', WRONG_ID_NUMBER);
      await phone.see('.field-error');
    }),
    screen(
      'date-unfinished',
      'date',
      wrong((phone) => phone.pick('.date-list-date select', '')),
    ),
  ];
}
