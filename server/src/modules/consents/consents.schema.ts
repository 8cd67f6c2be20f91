import { CONSENT_PURPOSES } from '@jinmen/shared/residents/consent-texts';
import { arrayOf, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const purpose = oneOf(...CONSENT_PURPOSES);
const version = integer('of the text in force');

export const answerSchema: SchemaObject = objectOf({ purpose, version, state: oneOf('given', 'refused') });

export const consentSchema: SchemaObject = objectOf({
  purpose,
  version,
  title: text('有进展时告诉您'),
  text: text('申请往前走了一步，就给您发一条微信消息。'),
  without: text('不同意，就不发消息。'),
  state: oneOf('given', 'refused', 'withdrawn', 'outdated', 'not-asked'),
  'at?': text('2026-11-25T02:30:15.000Z'),
  'answered?': objectOf({
    title: text('有进展时告诉您'),
    text: text('申请往前走了一步，就给您发一条短信。'),
    without: text('不同意，就不发短信。'),
  }),
});

export const consentsSchema: SchemaObject = objectOf({ items: arrayOf(consentSchema) });
