import { arrayOf, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

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
});
