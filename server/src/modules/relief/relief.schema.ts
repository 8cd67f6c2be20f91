import {
  anyObject,
  arrayOf,
  day,
  integer,
  objectOf,
  oneOf,
  problemSchema,
  type SchemaObject,
  text,
} from '../../platform/http/json-schema';
import { adultsSchema } from './adults/adults.schema';
import {
  followUpViewSchema,
  payeeReplySchema,
  paymentsSchema,
  ratingSchema,
  changeSchema as reportedChangeSchema,
} from './money/money.schema';
import { commitmentSchema, papersSchema } from './papers/papers.schema';
import { disputeSchema, handedInSchema, refusalSchemas } from './refusals/refusals.schema';

const code = text('minimum-living-allowance');
const instant: SchemaObject = { type: 'string', format: 'date-time' };
const yes: SchemaObject = { type: 'boolean' };
const state = oneOf('draft', 'open', 'withdrawn', 'closed');
const version = integer('grows with every change of the draft, and with the submission');
const fields = anyObject('by field of the form; facts under fact:<name>; ID numbers masked once complete');
const source = anyObject('{document,article?,effective?,row,confidence}');
const due = objectOf({
  on: day('the last day'),
  clock: text('30 个工作日'),
  source,
  expected: { type: 'boolean', description: 'falls into a year whose holidays are not published' },
  overdue: yes,
});

const item = objectOf({
  programme: code,
  state: oneOf('held-back', 'in-hand', 'approved', 'refused', 'withdrawn', 'not-filed'),
  'why?': text('先等那边的结果，这一项留着。'),
  'waitsFor?': arrayOf(code),
  'payments?': paymentsSchema(source),
  'decision?': objectOf({
    outcome: oneOf('approved', 'refused'),
    on: day('decided on'),
    'amount?': objectOf({ fen: integer('fen'), per: oneOf('household-month', 'person-month', 'once') }),
    'from?': day('first day paid for'),
    'clause?': objectOf({ text: text('家里人均月收入高于标准'), 'id?': text('C5'), 'source?': source }),
    next: arrayOf(code),
    ...refusalSchemas,
  }),
});

const reliefCase = objectOf({
  id: text('6f1d…'),
  bureau: text('social-assistance'),
  holder: text('西青区西营门街道办事处'),
  'holderPhone?': text('022-…'),
  'decidedBy?': text('西青区民政局'),
  'path?': arrayOf(objectOf({ office: text('西青区西营门街道办事处'), since: instant, 'why?': text('住处划过去了') })),
  state: text('accepted'),
  items: arrayOf(item),
});

export const applicationSchema = objectOf({
  id: text('6f1d…'),
  version,
  state,
  programmes: arrayOf(code),
  fields,
  changedAt: anyObject('field → when it was last changed'),
  updatedAt: instant,
  'submittedAt?': instant,
  'receiptNumber?': text('JM20261125-7KQ2M9XB'),
  'authorised?': yes,
  'adults?': adultsSchema,
  atTheStreet: arrayOf(code),
  cases: arrayOf(reliefCase),
  'paperRequest?': objectOf({
    askedOn: day('asked on'),
    by: day('the last day'),
    holder: text('西青区西营门街道办事处'),
    papers: arrayOf(objectOf({ name: text('收入证明'), received: yes, 'unreadable?': yes })),
  }),
  'subject?': anyObject('whom it is about, when not the reader: {kind: ward | helped, name, …}'),
  'filer?': text('张*'),
  'payee?': payeeReplySchema,
  'changes?': arrayOf(reportedChangeSchema),
  'rating?': ratingSchema,
  'followUp?': followUpViewSchema,
  'papers?': papersSchema,
  'commitment?': commitmentSchema,
  evaluations: arrayOf(
    objectOf({
      basis: oneOf('declared', 'verified'),
      at: instant,
      rulesVersion: text('2026.11.4+3fa1c2d4'),
      verdicts: arrayOf(anyObject('as in an assessment')),
      facts: arrayOf(
        objectOf({ fact: text('household.ownsCar'), value: {}, from: text('机动车登记'), 'corrected?': yes }),
      ),
    }),
  ),
  'disputes?': arrayOf(disputeSchema),
  'appeals?': arrayOf(handedInSchema),
  'found?': anyObject('of a draft that began with an earlier application: field → the office whose figure it still is'),
});

export const applicationsSchema = objectOf({
  items: arrayOf(
    objectOf({
      id: text('6f1d…'),
      version,
      state,
      programmes: arrayOf(code),
      updatedAt: instant,
      'submittedAt?': instant,
      now: text('西青区西营门街道办事处在看材料'),
      waitsForYou: yes,
      'subject?': anyObject('as in the application'),
    }),
  ),
  'nextCursor?': text('MjAyNi0x…'),
});

export const staleSchema: SchemaObject = {
  allOf: [problemSchema, objectOf({ 'current?': applicationSchema })],
};

export const createSchema = objectOf({
  programmes: arrayOf(code),
  'for?': objectOf({ 'dependant?': text('of GET /dependants'), 'mandate?': text('of GET /mandates') }),
  'after?': text('6f1d…'),
});
export const changeSchema = objectOf({
  version: integer('what the phone last saw'),
  'fields?': fields,
  'programmes?': arrayOf(code),
});
export const submitSchema = objectOf({ 'version?': integer('what the resident reviewed') });
export const withdrawSchema = objectOf({ 'programmes?': arrayOf(code) });

export const timelineSchema = objectOf({
  steps: arrayOf(
    objectOf({
      id: text('6f1d…:accepted'),
      state: oneOf('done', 'now', 'ahead', 'stopped'),
      title: text('收下了，开始看材料'),
      'line?': text('回执号 JM20261125-7KQ2M9XB'),
      'holder?': text('西青区西营门街道办事处'),
      'at?': instant,
      'since?': instant,
      'due?': due,
      'asks?': oneOf('signature'),
      'programmes?': arrayOf(code),
    }),
  ),
  'notice?': text('已收下，核对系统（查收入和存款的）暂时没有回音。'),
});

export const receiptSchema = objectOf({
  receiptNumber: text('JM20261125-7KQ2M9XB'),
  submittedAt: instant,
  applicant: text('张*'),
  'filer?': text('王*'),
  programmes: arrayOf(
    objectOf({
      code,
      title: text('低保'),
      holder: text('西青区西营门街道办事处'),
      'waits?': text('先替您留着，还没递。'),
      'due?': due,
    }),
  ),
  papers: arrayOf(text('身份证')),
  next: arrayOf(text('街道会先看材料。')),
  phone: text('12345'),
});
