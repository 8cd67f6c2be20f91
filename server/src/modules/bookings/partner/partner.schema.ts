import { objectOf, oneOf, type SchemaObject, text } from '../../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const yes: SchemaObject = { type: 'boolean', enum: [true] };

export const newInvitationSchema = objectOf({ token: text('said once'), until: instant });

export const agreeSchema = objectOf({ agree: yes, 'phone?': text('138…') });

export const partnerHereRequestSchema = objectOf({
  name: text('张三'),
  idNumber: text('eighteen signs; full-width digits and a small x are taken'),
  agree: yes,
  'phone?': text('138…'),
});

export const partnerWaySchema = objectOf({ way: oneOf('own-phone', 'this-phone', 'desk') });

export function partnerHereSchema(booking: SchemaObject): SchemaObject {
  return objectOf({
    outcome: oneOf('confirmed', 'not-here', 'later'),
    'words?': text('这次没能在这部手机上同意。'),
    'booking?': booking,
  });
}

export const bookingInvitationSchema = objectOf({
  state: oneOf('open', 'used', 'expired', 'revoked'),
  'from?': text('张*'),
  'service?': text('marriage-registration'),
  'kind?': text('marriage'),
  'title?': text('结婚登记'),
  'plain?': yes,
  'siteName?': text('和平区婚姻登记处'),
  'day?': { type: 'string', format: 'date' },
  'startsAt?': instant,
  'until?': instant,
  'change?': yes,
  'youDeclined?': yes,
});
