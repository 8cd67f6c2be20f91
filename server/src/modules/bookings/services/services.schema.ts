import { WINDOW_STATES } from '@jinmen/shared/bookings/views';
import { arrayOf, day, integer, objectOf, oneOf, type SchemaObject, text } from '../../../platform/http/json-schema';
import { siteSchema, windowSchema } from '../bookings.schema';

const yes: SchemaObject = { type: 'boolean', enum: [true] };

export const servicesSchema = objectOf({
  services: arrayOf(
    objectOf({
      code: text('marriage-registration'),
      title: text('婚姻登记'),
      kinds: arrayOf(
        objectOf({
          code: text('marriage'),
          title: text('结婚登记'),
          line: text('两个人一起来，当场领证。'),
          parties: objectOf({ least: integer('1 or 2'), most: integer('1 or 2') }),
          plain: { type: 'boolean' },
          'grief?': yes,
        }),
      ),
    }),
  ),
});

export const sitesSchema = objectOf({ sites: arrayOf(siteSchema) });

export const windowsSchema = objectOf({ windows: arrayOf(windowSchema) });

export const daysSchema = objectOf({
  days: arrayOf(
    objectOf({
      day: day('in Tianjin'),
      state: oneOf(...WINDOW_STATES, 'no-service'),
      'left?': integer('what anybody may book now; never in bereavement'),
      'capacity?': integer('what can be booked at all that day'),
      'lunar?': text('十月十七'),
      'hot?': text('七夕'),
      'opensAt?': { type: 'string', format: 'date-time' },
      'why?': text('场地布置'),
      'expected?': yes,
      'sample?': yes,
    }),
  ),
});
