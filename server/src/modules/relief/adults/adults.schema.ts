import { arrayOf, objectOf, oneOf, type SchemaObject, text } from '../../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const yes: SchemaObject = { type: 'boolean' };
const way = oneOf('own-phone', 'this-phone', 'desk');
const count: SchemaObject = { type: 'integer', description: 'how often it may be tried again today' };

export const adultsSchema = arrayOf(
  objectOf({
    member: text('applicant'),
    name: text('张*'),
    idNumber: text('1****************X'),
    you: yes,
    state: oneOf('not-asked', 'link-sent', 'signed', 'at-desk', 'unreachable', 'will-not-sign', 'withdrawn'),
    'way?': way,
    'unasked?': { type: 'boolean', enum: [true], description: 'nothing rests on it before the street asked them' },
    'at?': instant,
    'link?': objectOf({
      sentAt: instant,
      expiresAt: instant,
      state: oneOf('open', 'used', 'expired', 'revoked'),
    }),
  }),
);

export const authoriseSchema = objectOf({
  member: text('applicant'),
  'way?': oneOf('this-phone', 'link', 'at-desk', 'unreachable', 'will-not-sign'),
  'accepted?': yes,
  'idNumber?': text('the last four signs of their own number, or all of it'),
  'reason?': text('联系不上，电话一直没人接'),
  'phone?': text('138…'),
});

/** The application, and what only this answer says. */
export function signingAnswerSchema(application: SchemaObject): SchemaObject {
  const more = objectOf({
    'invitation?': objectOf({ token: text('said once'), expiresAt: instant, bySms: yes }),
    'wrongNumber?': objectOf({ left: count }),
  });
  return { ...application, properties: { ...application.properties, ...more.properties } };
}

export const invitationSchema = objectOf({
  state: oneOf('open', 'used', 'expired', 'replaced', 'revoked'),
  'from?': text('张*'),
  'expiresAt?': instant,
});

export const acceptSchema = objectOf({ accepted: { type: 'boolean', enum: [true] } });

export const signaturesSchema = objectOf({
  items: arrayOf(
    objectOf({
      id: text('6f1d…'),
      from: text('张*'),
      yours: yes,
      way,
      signedAt: instant,
      'withdrawnAt?': instant,
      lookedUp: yes,
    }),
  ),
});
