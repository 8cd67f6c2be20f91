import { COMPLAINT_KINDS } from '@jinmen/shared/complaints/views';
import { arrayOf, day, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };

export const staffComplaintsSchema = objectOf({
  items: arrayOf(
    objectOf({
      id: text('6f1d…'),
      number: text('TS20261125-7KQ2M9XB'),
      kind: oneOf(...COMPLAINT_KINDS),
      text: text('打了三次电话没有人接'),
      at: instant,
      state: oneOf('open', 'answered'),
      due: objectOf({
        on: day('the last day'),
        clock: text('15 个工作日'),
        expected: { type: 'boolean' },
        overdue: { type: 'boolean' },
      }),
      'answer?': objectOf({ text: text('已经换了号码'), at: instant }),
      'office?': text('120111001'),
      'officeName?': text('西青区西营门街道'),
      'numbersMasked?': { type: 'integer', minimum: 1 },
    }),
  ),
  more: arrayOf(
    objectOf({
      state: oneOf('open', 'answered'),
      nextCursor: text('MjAyNi0xMS0yNVQw…'),
      left: integer('how many behind'),
    }),
  ),
});

export const complaintTextSchema = objectOf({ text: text('我的号码变了，请打新的') });
