import { URGENT_STEPS } from '@jinmen/shared/urgent/views';
import { arrayOf, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant = text('2026-11-25T02:00:00.000Z');
const yesOrNo: SchemaObject = { type: 'boolean' };

const urgentRowSchema = objectOf({
  id: text('4b1f6d7e-0000-4000-8000-000000000000'),
  number: text('JN-7KQ2M9'),
  state: oneOf('waiting', 'seen', 'over'),
  escalated: yesOrNo,
  askedAt: instant,
  minutes: integer('since it was asked'),
  'office?': text('和平区劝业场街道办事处'),
  'place?': text('滨江道地铁口'),
  forSomebodyElse: yesOrNo,
  'unreadable?': yesOrNo,
  what: arrayOf(text('没地方住')),
  'words?': text('两天没吃东西了'),
  'name?': text('周*'),
  'phone?': text('138****5678'),
  toBeFound: yesOrNo,
  steps: arrayOf(objectOf({ at: instant, kind: oneOf(...URGENT_STEPS), words: text('您说的情况记下了。') })),
});

export const urgentRowsSchema: SchemaObject = objectOf({
  items: arrayOf(urgentRowSchema),
  newest: arrayOf(urgentRowSchema),
  more: arrayOf(
    objectOf({
      state: oneOf('waiting', 'seen', 'over'),
      nextCursor: text('MjAyNi0xMS0yNVQw…'),
      left: integer('how many come behind'),
    }),
  ),
  lookWithinMinutes: integer('unseen so long it is told once more'),
});

export const urgentClosedSchema: SchemaObject = objectOf({ closed: integer('how many, this one among them') });

export const urgentReachSchema: SchemaObject = objectOf({
  'name?': text('老周'),
  'phone?': text('13812345678'),
  'findAt?': text('二楼候车室'),
  'place?': text('滨江道地铁口，打 13812345678'),
  'words?': text('打我妈 13812345678'),
});

export const urgentCountSchema: SchemaObject = objectOf({
  waiting: integer('nobody has looked at them'),
  escalated: integer('of these, told once more'),
});
