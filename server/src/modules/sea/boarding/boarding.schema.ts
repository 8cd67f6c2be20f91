import { BOOKING_STATES } from '@jinmen/shared/bookings/views';
import { anyObject, arrayOf, day, objectOf, oneOf, type SchemaObject, text } from '../../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const degrees: SchemaObject = { type: 'number', description: 'WGS-84 degrees, five decimals' };
const where = oneOf('aboard', 'ashore');
const voyage = anyObject('as GET /voyages/:id');

export const passesSchema = objectOf({
  farewell: text('6f1d…'),
  number: text('JM-7KQ2M9'),
  state: oneOf(...BOOKING_STATES),
  voyage,
  passes: arrayOf(
    objectOf({
      id: text('2'),
      name: text('王*'),
      where,
      code: text('482177'),
      token: text('JM-7KQ2M9-2.482177.0f3a…'),
      'boardedAt?': instant,
    }),
  ),
  bring: arrayOf(text('您的身份证')),
});

const reported = {
  number: text('JM-7KQ2M9'),
  at: instant,
  day: day('in Tianjin'),
  vessel: text('示例一号船'),
  latitude: degrees,
  longitude: degrees,
};

export const certificateCheckSchema = objectOf(reported);

export const certificateSchema = objectOf({
  ...reported,
  'name?': text('张三'),
  signUp: text('HM-7KQ2M9'),
  seal: text('7K2QF-…'),
});

export const memorySchema = objectOf({
  'words?': text('想说的几句话'),
  yearly: oneOf('not-asked', 'yes', 'no'),
  'certificate?': certificateSchema,
});

export const changeMemorySchema = objectOf({ 'words?': text('empty wipes them'), 'yearly?': oneOf('yes', 'no') });
