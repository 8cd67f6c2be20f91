import { HOUSEHOLDS } from './households.mjs';
import { interviewOf } from './interviews.mjs';

const RESULT = 'packages/relief/result/index';

/** The answer in each of its states, and what opens from it. */
export function resultScreens({ questions, programmes }) {
  const kept = (facts) => ({ 'relief-answers': interviewOf(questions, facts) });
  const result = (name, facts) => ({
    name: `result-${name}`,
    kept: kept(facts),
    show: (phone) => phone.open(RESULT, '.verdict-card'),
    whole: true,
  });
  return [
    ...Object.entries(HOUSEHOLDS).map(([name, facts]) => result(name, facts)),
    {
      ...result('offline', HOUSEHOLDS.likely),
      offline: true,
      show: (phone) => phone.open(RESULT, '.offline-note'),
    },
    {
      ...result('explained', HOUSEHOLDS.likely),
      show: async (phone) => {
        await phone.open(RESULT, '.verdict-card');
        await phone.tap('.verdict-open');
        await phone.see('.clause');
      },
    },
    ...programmes.map(({ code }) => ({
      name: `programme-${code}`,
      show: (phone) => phone.open(`packages/relief/programme/index?code=${code}`),
      whole: true,
    })),
    {
      name: 'programme-with-answers',
      kept: kept(HOUSEHOLDS.likely),
      show: (phone) => phone.open(`packages/relief/programme/index?code=${programmes[0].code}`),
      whole: true,
    },
    {
      name: 'home-with-answers',
      kept: kept(HOUSEHOLDS.likely),
      show: (phone) => phone.open('pages/home/index', '.door'),
    },
  ];
}
