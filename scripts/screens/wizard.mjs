import { answerScreens } from './answers.mjs';
import { begin, WIZARD } from './begin.mjs';
import { HOUSEHOLDS } from './households.mjs';
import { interviewOf, questionOfEachKind, shownQuestion, valuesOf } from './interviews.mjs';

/** The questions: what they are about, each way to ask, what a wrong answer looks like, coming back. */
export function wizardScreens({ questions, facts }) {
  const kinds = questionOfEachKind(questions, facts);
  const first = questions.find(({ door }) => door === 'general');
  const listed = questions.find(({ list }) => list !== undefined);
  return [
    ...doorScreens({ questions, facts }),
    { name: 'wizard-first-question', show: async (phone) => begin(phone) },
    ...[...kinds].map(([kind, question]) => ({
      name: `wizard-${kind}`,
      kept: { 'relief-answers': shownQuestion(question, facts) },
      show: begin,
      whole: true,
    })),
    {
      name: 'wizard-full-list',
      kept: { 'relief-answers': shownQuestion(listed, facts) },
      show: async (phone) => {
        await begin(phone);
        await phone.tap('.full-list-open');
        await phone.see('.full-list-item');
      },
      whole: true,
    },
    ...answerScreens({ kinds, facts }),
    doubtScreen(questions),
    {
      name: 'wizard-resumed',
      kept: { 'relief-answers': interviewOf(questions, valuesOf(first, facts)) },
      show: (phone) => phone.open(WIZARD, '#restart'),
      whole: true,
    },
  ];
}

function doorScreens({ questions, facts }) {
  const first = questions.find(({ door }) => door === 'general');
  return [
    { name: 'wizard-doors', show: (phone) => phone.open(WIZARD, '#start'), whole: true },
    {
      name: 'wizard-doors-none-chosen',
      show: async (phone) => {
        await phone.open(WIZARD, '#start');
        await phone.tap('#start');
        await phone.see('.field-error');
      },
      whole: true,
    },
    {
      name: 'wizard-doors-changed',
      kept: { 'relief-answers': interviewOf(questions, valuesOf(first, facts)) },
      show: async (phone) => {
        await begin(phone);
        await phone.tap('#change-doors');
        await phone.see('#keep-doors');
      },
      whole: true,
    },
  ];
}

/** A pension on the screen, though nobody of sixty lives in the household. */
function doubtScreen(questions) {
  const asked = ['family', 'basic-pension'].map((id) => questions.find((question) => question.id === id));
  return {
    name: 'wizard-doubt',
    kept: { 'relief-answers': interviewOf(asked, HOUSEHOLDS.doubted, 1) },
    show: async (phone) => {
      await begin(phone);
      await phone.tap('#next');
      await phone.see('.doubt');
    },
    whole: true,
  };
}
