import { arrayOf, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';
import { NOTICE_SUBJECTS } from './notices.port';

const notice = objectOf({
  id: text('4b1f6d7e-0000-4000-8000-000000000000'),
  title: text('您的申请有新进展'),
  line: text('办到下一步了，点开看看。'),
  at: { type: 'string', format: 'date-time' },
  read: { type: 'boolean' },
  'about?': objectOf({ kind: oneOf(...NOTICE_SUBJECTS), id: text('8c2e7d1a-0000-4000-8000-000000000000') }),
});

export const noticesReplySchema: SchemaObject = objectOf({
  items: arrayOf(notice),
  'nextCursor?': text('asks for the next page; absent on the last'),
});

export const templatesReplySchema: SchemaObject = objectOf({
  templates: arrayOf(objectOf({ id: text('the id WeChat gave'), topic: oneOf('application-progress') })),
});
