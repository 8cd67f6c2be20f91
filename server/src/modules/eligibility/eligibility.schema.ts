import { anyObject, arrayOf, day, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

export const assessmentRequestSchema: SchemaObject = objectOf({
  facts: anyObject('fact name → value; an absent fact is not asked, null is 不清楚; names and types: GET /catalogue'),
  'asOf?': day('the day to judge by; today in Tianjin when absent'),
  'doors?': arrayOf(text('general')),
});

const source = objectOf({
  document: text('津民规〔2025〕6号'),
  'article?': text('第九条'),
  'effective?': day('first day the document is in force'),
  row: text('A.1'),
  confidence: text('official'),
});

const question = objectOf({ id: text('household-members'), facts: arrayOf(text('household.memberCount')) });

const clause = objectOf({
  id: text('C2'),
  text: text('家里人均月收入低于低保标准'),
  source,
  fact: text('household.monthlyIncomePerHeadFen'),
  'value?': {
    description: 'the declared value (null = 不清楚), or {min?,max?} of a derived number; absent = not asked',
  },
  'threshold?': { description: 'the limit or the accepted values on that day; absent = UNKNOWN' },
  'deadline?': day('the last day of a period that begins on the day the resident told'),
  outcome: oneOf('yes', 'no', 'missing', 'review'),
  decides: oneOf('eligibility', 'amount'),
});

const code = text('minimum-living-allowance');
const standing = oneOf('likely', 'needs-review', 'need-facts');
const why = { why: text('这两项按收入分，一家只能是其中一样。'), source };
const said = objectOf({ other: code, ...why });

/** What to apply for together (shared/src/planner/plan.ts says what each part promises). */
const plan = objectOf({
  open: { type: 'boolean', description: 'some of it rests on questions not answered yet' },
  apply: arrayOf(
    objectOf({
      programme: code,
      standing,
      over: arrayOf(code),
      after: arrayOf(code),
      beside: arrayOf(said),
      replaces: arrayOf(said),
    }),
  ),
  instead: arrayOf(
    objectOf({
      programme: code,
      standing,
      because: arrayOf(
        objectOf({
          other: code,
          by: oneOf('rule', 'pays-more', 'open-amount', 'pays-more-together', 'unanswered'),
          ...why,
        }),
      ),
      ifNotGranted: { type: 'boolean', description: 'to take if the chosen ones are not granted' },
    }),
  ),
  later: arrayOf(
    objectOf({
      programme: code,
      standing,
      for: arrayOf(code),
      outlook: oneOf('waiting', 'not-in-plan', 'unlikely'),
      ...why,
    }),
  ),
  next: arrayOf(objectOf({ from: code, to: code, ...why })),
  ask: arrayOf(objectOf({ pair: arrayOf(code), phone: text('12345'), ...why })),
  held: arrayOf(code),
});

export const assessmentReplySchema: SchemaObject = objectOf({
  rulesVersion: text('2026.11-3fa1c2d4'),
  asOf: day('the day judged by'),
  verdicts: arrayOf(
    objectOf({
      programme: text('minimum-living-allowance'),
      verdict: oneOf('likely', 'unlikely', 'need-facts', 'needs-review'),
      'amount?': anyObject('{min?,max?,per,text}: integer fen, if granted, before stacking'),
      clauses: arrayOf(clause),
      missing: arrayOf(text('household.memberCount')),
      review: arrayOf(text('household.property')),
    }),
  ),
  'nextQuestion?': question,
  notAsked: arrayOf(question),
  plan,
  doubts: arrayOf(
    objectOf({
      id: text('pension-without-aged'),
      text: text('您说家里没有60岁以上的老人，又填了老人的基础养老金。是不是有一处点错了？'),
      facts: arrayOf(text('household.hasMemberAged60')),
    }),
  ),
});
