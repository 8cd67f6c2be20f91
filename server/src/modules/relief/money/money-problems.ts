import { type FieldProblem, Problem, problems } from '../../../platform/http/problem';
import { moneyWords } from './money-words';

const { problems: words } = moneyWords;

/** What keeps money matters from being changed; nothing was changed then, and nothing typed is lost. */
export const moneyProblems = {
  payeeUnreadable: () => problems.invalid([{ field: 'way', code: 'payee.unreadable', message: words.payeeUnreadable }]),
  payeeWrong: (errors: readonly FieldProblem[]) => problems.invalid(errors),
  payeeDoubtful: (doubt: FieldProblem) => new Problem(422, 'payee.doubtful', words.payeeDoubtful, [doubt]),
  payeeInUse: () => new Problem(409, 'payee.in-use', words.payeeInUse),
  tooManyPayees: () => new Problem(429, 'payee.too-many', words.tooManyPayees),
  over: () => new Problem(409, 'application.over', words.over),
  notSubmitted: () => new Problem(409, 'application.not-submitted', words.notSubmitted),
  tooManyChanges: () => new Problem(429, 'change.too-many', words.tooManyChanges),
  changeEmpty: () => problems.invalid([{ field: 'text', code: 'field.empty', message: words.changeEmpty }]),
  changeTooEarly: () => problems.invalid([{ field: 'on', code: 'change.ahead', message: words.changeAhead }]),
  notOffered: () => new Problem(409, 'rating.not-offered', words.notOffered),
  rated: () => new Problem(409, 'rating.given', words.rated),
  nothingToRate: () => problems.invalid([{ field: 'score', code: 'field.empty', message: words.nothingToRate }]),
} as const;
