import { arrayOf, day, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const way = oneOf('sms', 'call', 'account');

export const askMandateSchema = objectOf({
  name: text('示*娘, as on the ID card'),
  idNumber: text('eighteen signs'),
  street: text('120111001'),
  way,
  'phone?': text('the person’s own; needed for sms and call'),
  programmes: arrayOf(text('old-age-allowance')),
  days: integer('30, 90 or 180'),
});

export const mandateSchema = objectOf({
  id: text('6f1d…'),
  role: oneOf('helper', 'principal'),
  name: text('示*娘'),
  programmes: arrayOf(text('old-age-allowance')),
  until: day('the last day'),
  state: oneOf('checking', 'not-confirmed', 'waiting', 'acting', 'revoked', 'ended'),
  way,
  'phone?': text('138****0001'),
  words: text('短信已经发出去了。'),
});

export const mandatesSchema = objectOf({ items: arrayOf(mandateSchema) });
export const acceptSchema = objectOf({ 'code?': text('4827 1935; none on the person’s own phone') });
export const stopSchema = objectOf({ phone: text('13800000001'), code: text('4827 1935') });
export const stoppedSchema: SchemaObject = objectOf({ words: text('电话和口令都对的话，现在已经停了。') });
