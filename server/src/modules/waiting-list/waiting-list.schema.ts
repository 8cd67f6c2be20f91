import {
  anyObject,
  arrayOf,
  day,
  integer,
  objectOf,
  oneOf,
  type SchemaObject,
  text,
} from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const id = text('4b1f6d7e-0000-4000-8000-000000000000');

export const waitingSchema = objectOf({
  id,
  service: text('marriage-registration'),
  kind: text('marriage'),
  sites: arrayOf(objectOf({ id: text('registry-120101'), name: text('和平区婚姻登记处') })),
  days: arrayOf(day('one of the days waited for')),
  state: oneOf('waiting', 'offered', 'taken', 'left', 'over'),
  'rank?': integer('1 = next, among those who wait for any of the same'),
  since: instant,
  'offer?': objectOf({
    booking: id,
    window: anyObject('as GET /services/:service/windows gives it'),
    siteName: text('和平区婚姻登记处'),
    until: instant,
  }),
  'note?': text('您选的日子都过了，这次没等到。'),
});

export const waitingsSchema = objectOf({ items: arrayOf(waitingSchema), 'nextCursor?': text('MjAyNi0x…') });

export const joinSchema = objectOf({
  service: text('marriage-registration'),
  kind: text('marriage'),
  sites: arrayOf(text('registry-120101')),
  days: arrayOf(day('a day to wait for')),
  'phone?': text('13812345678'),
  'details?': anyObject('as POST /bookings takes them'),
});
