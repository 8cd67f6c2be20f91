import { URGENT_KINDS } from '@jinmen/shared/urgent/kinds';
import { URGENT_STEPS } from '@jinmen/shared/urgent/views';
import { arrayOf, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const said = {
  'name?': text('老周'),
  forSomebodyElse: { type: 'boolean' },
  'street?': text('120101001'),
  'place?': text('滨江道地铁口'),
  kinds: arrayOf(oneOf(...URGENT_KINDS)),
  'words?': text('两天没吃东西了'),
  'phone?': text('13812345678'),
  'findAt?': text('二楼候车室'),
} as const satisfies Readonly<Record<string, SchemaObject>>;

export const askSchema: SchemaObject = objectOf({ 'secret?': text('64 hex digits, made by the phone'), ...said });

export const secretSchema: SchemaObject = objectOf({ secret: text('64 hex digits, made by the phone') });

const instant = text('2026-11-25T02:00:00.000Z');

export const urgentSchema: SchemaObject = objectOf({
  id: text('4b1f6d7e-0000-4000-8000-000000000000'),
  number: text('JN-7KQ2M9'),
  at: instant,
  state: oneOf('waiting', 'seen', 'over'),
  now: text('已经送到，还没有人回话。'),
  steps: arrayOf(objectOf({ at: instant, kind: oneOf(...URGENT_STEPS), words: text('救助系统收到了。') })),
  said: objectOf(said),
});

export const urgentListSchema: SchemaObject = objectOf({ items: arrayOf(urgentSchema) });
