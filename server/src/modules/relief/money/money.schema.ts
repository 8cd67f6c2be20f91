import {
  anyObject,
  arrayOf,
  day,
  integer,
  objectOf,
  oneOf,
  type SchemaObject,
  text,
} from '../../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const yes: SchemaObject = { type: 'boolean', enum: [true] };
const card = oneOf('social-security-card', 'bank-card');
const trouble = oneOf('no-card', 'card-frozen');

const payee = objectOf({
  id: text('6f1d…'),
  at: instant,
  check: oneOf('none', 'asked', 'match', 'mismatch', 'frozen', 'unknown'),
  way: oneOf('account', 'street'),
  'owner?': oneOf('applicant', 'household-member', 'guardian'),
  'ownerName?': text('张*'),
  'member?': text('m1'),
  'card?': card,
  'end?': text('1234'),
  'trouble?': trouble,
});

export const payeeReplySchema = objectOf({
  for: arrayOf(text('minimum-living-allowance')),
  change: oneOf('free', 'reported', 'over'),
  'payee?': payee,
});

export const putPayeeSchema = objectOf({
  way: oneOf('account', 'street'),
  'owner?': objectOf({
    kind: oneOf('applicant', 'household-member', 'guardian'),
    'member?': text('m1'),
    'name?': text('typed on phones of before, and not used'),
  }),
  'card?': card,
  'number?': text('6200…'),
  'trouble?': trouble,
  'sure?': yes,
});

export const reportChangeSchema = objectOf({
  kind: oneOf('income', 'household', 'address', 'account', 'death'),
  'text?': text('上个月起多了一份零工'),
  'on?': day('the day it happened'),
  'payee?': anyObject('of account: as in PUT …/payee'),
});

export const rateSchema = objectOf({ 'score?': integer('1 to 5'), 'text?': text('办得很快'), 'skipped?': yes });

export const followUpSchema = objectOf({
  'answer?': oneOf('better', 'same', 'worse'),
  'text?': text('还在找工作'),
  'skipped?': yes,
});

export const changeSchema = objectOf({
  id: text('6f1d…'),
  kind: oneOf('income', 'household', 'address', 'account', 'death'),
  at: instant,
  'on?': day('the day it happened'),
  'text?': text('上个月起多了一份零工'),
});

export const ratingSchema = objectOf({
  state: oneOf('offered', 'given', 'skipped'),
  'score?': integer('1 to 5'),
  'at?': instant,
});

export const followUpViewSchema = objectOf({
  state: oneOf('asked', 'answered', 'skipped'),
  'askedAt?': instant,
  'answer?': oneOf('better', 'same', 'worse'),
  'at?': instant,
});

const fen = integer('fen');
const month = day('the first day of a month');

export function paymentsSchema(source: SchemaObject): SchemaObject {
  return objectOf({
    state: oneOf('planned', 'paying', 'stopped', 'ended'),
    'plan?': objectOf({ fen, per: oneOf('month', 'once'), from: month, 'until?': month, 'tapering?': yes }),
    paid: arrayOf(objectOf({ month, fen, on: day('paid on'), 'extra?': text('补发一月少发的') })),
    sumFen: fen,
    changes: arrayOf(
      objectOf({ at: instant, from: month, fen, why: text('家里多了一口人'), 'ground?': text('第三十二条') }),
    ),
    'stopped?': objectOf({ at: instant, from: month, why: text('家里收入高了'), ground: text('第三十二条') }),
    'recheck?': objectOf({
      on: day('the next look again'),
      overdue: { type: 'boolean' },
      'often?': objectOf({ clock: text('情况稳定的，一年看一次'), source }),
    }),
  });
}
