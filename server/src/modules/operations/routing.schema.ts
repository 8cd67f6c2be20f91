import { arrayOf, day, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const yes: SchemaObject = { type: 'boolean' };
const office = objectOf({ code: text('120111001'), name: text('西青区西营门街道办事处') });
const step = objectOf({ street: office, from: office, to: office });

export const routeStepsSchema: SchemaObject = objectOf({ steps: arrayOf(step) });

export const routeBatchesSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      batch: text('4b1f6d7e-0000-4000-8000-000000000000'),
      at: instant,
      by: text('J1001'),
      reason: text('区里发文'),
      steps: arrayOf(step),
      undone: yes,
    }),
  ),
});

export const delegationSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      district: objectOf({ code: text('120111'), name: text('西青区') }),
      decides: oneOf('district', 'street'),
      'from?': day('the first day in force'),
      'by?': text('J1001'),
      'reason?': text('区里发文'),
      'next?': objectOf({ decides: oneOf('district', 'street'), from: day('the first day') }),
    }),
  ),
});

export const casesAtOfficeSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      caseId: text('4b1f6d7e-0000-4000-8000-000000000000'),
      bureau: text('social-assistance'),
      holder: text('西青区西营门街道办事处'),
      applicant: text('张*'),
      path: arrayOf(objectOf({ office: text('西青区西营门街道办事处'), since: instant, 'why?': text('住处划过去了') })),
      over: yes,
    }),
  ),
});

export const calendarSchema: SchemaObject = objectOf({
  items: arrayOf(
    objectOf({
      year: text('2026'),
      off: arrayOf(day('off')),
      work: arrayOf(day('a weekend worked')),
      document: text('国务院办公厅通知'),
      released: yes,
    }),
  ),
  missing: arrayOf(objectOf({ year: text('2027'), from: day('the first day on which nothing opens by itself') })),
});
