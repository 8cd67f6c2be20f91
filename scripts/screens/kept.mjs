import { HOUSEHOLDS } from './households.mjs';
import { interviewOf } from './interviews.mjs';

const RESULT = 'packages/relief/result/index';
const KEPT = 'packages/relief/kept/index';

/** A result that is kept, wiped, opened again, and the page to print. */
export function keptScreens({ questions }) {
  const kept = (facts) => ({ 'relief-answers': interviewOf(questions, facts) });
  const afterKeeping = (name, facts, show) => ({
    name,
    kept: kept(facts),
    show: async (phone) => {
      await phone.open(RESULT, '.verdict-card');
      await phone.tap('#keep');
      await phone.see('.keep-done');
      await show(phone);
    },
    whole: true,
  });
  return [
    { name: 'kept-none', show: (phone) => phone.open(KEPT) },
    afterKeeping('kept-done', HOUSEHOLDS.likely, (phone) => phone.see('#see-kept')),
    afterKeeping('kept-list', HOUSEHOLDS.likely, async (phone) => {
      await phone.tap('#see-kept');
      await phone.see('.kept-row');
    }),
    afterKeeping('kept-wiped', HOUSEHOLDS.likely, async (phone) => {
      await phone.tap('#see-kept');
      await phone.tap('#wipe-all');
      await phone.see('#undo');
    }),
    afterKeeping('kept-one', HOUSEHOLDS.likely, async (phone) => {
      await phone.tap('#see-kept');
      await phone.tap('.kept-row');
      await phone.tap('#kept-answers');
      await phone.see('.kept-answer');
    }),
    afterKeeping('kept-mine', HOUSEHOLDS.likely, (phone) => phone.open('pages/mine/index', '#kept-results')),
    ...['likely', 'unlikely'].map((household) => ({
      name: `sheet-${household}`,
      kept: kept(HOUSEHOLDS[household]),
      show: async (phone) => {
        await phone.open(RESULT, '.verdict-card');
        await phone.tap('#sheet');
        await phone.see('.sheet');
      },
      whole: true,
    })),
  ];
}
