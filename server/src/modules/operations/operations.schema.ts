import { arrayOf, day, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };

const staff = objectOf({
  staffId: text('J2001'),
  name: text('经办甲'),
  role: oneOf('operator', 'street-clerk', 'auditor'),
  offices: arrayOf(objectOf({ code: text('120111001'), name: text('西青区西营门街道') })),
});

export const currentStaffSchema: SchemaObject = objectOf({ staff });
export const signedInSchema: SchemaObject = objectOf({ token: text('told once'), staff });

export const undeliveredSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({ bureau: text('social-assistance'), count: integer('messages without an answer'), 'since?': instant }),
  ),
});

export const deadLettersSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      id: text('4b1f6d7e-0000-4000-8000-000000000000'),
      topic: text('social-assistance.case-filed'),
      bureau: text('social-assistance'),
      order: text('8c2e7d1a-0000-4000-8000-000000000000'),
      appendedAt: instant,
      deadSince: instant,
      why: text('status 500'),
      parked: integer('messages of the same order that wait behind it'),
    }),
  ),
  more: { type: 'boolean', description: 'whether these hundred, the oldest, are not all' },
});

export const callListSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      id: text('4b1f6d7e-0000-4000-8000-000000000000'),
      topic: oneOf('application-progress', 'paper-requested', 'paper-due', 'decision'),
      'name?': text('张*'),
      'phone?': text('138****5678'),
      office: text('西青区西营门街道'),
      at: instant,
      state: oneOf('open', 'done'),
      'lastReason?': text('已告诉本人'),
      'lastAt?': instant,
    }),
  ),
  more: { type: 'boolean' },
  'quietUntil?': instant,
});

export const numberSchema: SchemaObject = objectOf({ phone: text('13812345678') });

export const standardRowsSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      key: text('minimum-living-allowance'),
      name: text('低保标准'),
      value: integer('in the unit'),
      unit: text('fen-per-person-month'),
      from: day('first day in force'),
      'to?': day('last day in force'),
      inForce: { type: 'boolean' },
      document: text('津民规〔2025〕6号'),
      'article?': text('第九条'),
      'note?': text(''),
    }),
  ),
});

export const auditStateSchema: SchemaObject = objectOf({
  sound: { type: 'boolean' },
  problems: arrayOf(text('link 7: record 4b1f6d7e-… was changed')),
  sealed: integer('records in the chain'),
  checkedAt: instant,
  watched: arrayOf(objectOf({ at: instant, staffId: text('J2001'), what: oneOf('many-numbers', 'kept-apart') })),
});

export const overdueSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      caseId: text('4b1f6d7e-0000-4000-8000-000000000000'),
      receiptNumber: text('JM20261125-000001'),
      bureau: text('social-assistance'),
      holder: text('西青区西营门街道办事处'),
      applicant: text('张*'),
      step: text('上门看看'),
      due: day('the last day of the clock'),
      clock: text('30 个工作日'),
      'told?': oneOf('office', 'district'),
      'answeredOn?': day('somebody said a word to the resident'),
    }),
  ),
});

export const unsignedSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      caseId: text('4b1f6d7e-0000-4000-8000-000000000000'),
      receiptNumber: text('JM20261125-000001'),
      holder: text('西青区西营门街道办事处'),
      name: text('张*'),
      applicant: text('张*'),
      state: oneOf('not-signed', 'unasked', 'at-desk-wished', 'unreachable', 'will-not-sign', 'withdrawn'),
      'reason?': text('在外地，电话不通'),
      inConfidence: { type: 'boolean', description: 'not to be told to those they live with' },
      signedToApplicant: { type: 'boolean', description: 'whoever applied reads that they signed' },
      since: instant,
    }),
  ),
  more: { type: 'boolean' },
});

export const stuckSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      caseId: text('4b1f6d7e-0000-4000-8000-000000000000'),
      receiptNumber: text('JM20261125-000001'),
      bureau: text('social-assistance'),
      holder: text('西青区西营门街道办事处'),
      applicant: text('张*'),
      why: text('check-unreadable'),
      since: instant,
      inConfidence: { type: 'boolean', description: 'not to be told to whoever applied' },
    }),
  ),
});

const office = objectOf({ code: text('120111001'), name: text('西青区西营门街道办事处') });

export const routingSchema: SchemaObject = objectOf({ items: arrayOf(objectOf({ street: office, office })) });

const named = { name: text('示小明'), idNumber: text('whole: it is compared with the paper') };
export const guardianshipSchema: SchemaObject = objectOf({
  id: text('4b1f6d7e-0000-4000-8000-000000000000'),
  guardian: objectOf(named),
  ward: objectOf({ ...named, age: integer('full years') }),
  relation: oneOf('child', 'ward'),
});

export const mandatesOnDeskSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      id: text('4b1f6d7e-0000-4000-8000-000000000000'),
      state: oneOf('waiting', 'acting'),
      principal: text('示*娘'),
      helper: text('示*女'),
      'phone?': text('138****0001'),
      street: text('西青区西营门街道办事处'),
      programmes: arrayOf(text('old-age-allowance')),
      until: day('the last day'),
      since: instant,
    }),
  ),
  more: { type: 'boolean' },
});

export const mandateCallSchema: SchemaObject = objectOf({
  'phone?': text('13800000001'),
  script: text('您好，是示大娘吗？我们是街道的。'),
});
