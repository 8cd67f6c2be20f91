import { COMPLAINT_KINDS } from '@jinmen/shared/complaints/views';
import { arrayOf, day, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const kind = oneOf(...COMPLAINT_KINDS);

const fields = {
  id: text('6f1d…'),
  number: text('TS20261125-7KQ2M9XB'),
  kind,
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
} as const;

export const complaintSchema = objectOf({
  ...fields,
  'application?': objectOf({ id: text('6f1d…'), receiptNumber: text('JM20261125-7KQ2M9XB') }),
});

export const complaintsSchema = objectOf({ items: arrayOf(complaintSchema), 'nextCursor?': text('MjAyNi0x…') });

export const complainSchema = objectOf({ kind, text: text('打了三次电话没有人接'), 'application?': text('6f1d…') });
