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
const yes: SchemaObject = { type: 'boolean' };

export const staffWindowsSchema = objectOf({
  items: arrayOf(
    objectOf({
      id: text('6f1d…'),
      site: text('yifeng-street'),
      siteName: text('意风街'),
      pool: text('registration'),
      startsAt: instant,
      endsAt: instant,
      opensAt: instant,
      capacity: integer('units in all'),
      heldBack: integer('of these, for those who come without a booking'),
      taken: integer('units somebody has, or that rest'),
      left: integer('what anybody may still book'),
      closed: yes,
      'why?': text('场地布置'),
      sample: yes,
      expected: yes,
    }),
  ),
});

export const windowsEffectSchema = objectOf({
  made: integer('windows that change'),
  unchanged: integer('windows that are so already'),
  refused: integer('windows with more taken than would fit'),
  bookings: integer('bookings in them'),
  windows: arrayOf(
    objectOf({
      day: day('in Tianjin'),
      startsAt: instant,
      siteName: text('意风街'),
      pool: text('registration'),
      outcome: oneOf('made', 'unchanged', 'below-taken', 'unknown-window'),
      bookings: integer('bookings in it'),
    }),
  ),
});

export const openingsSchema = objectOf({
  services: arrayOf(objectOf({ code: text('marriage-registration'), title: text('婚姻登记') })),
  settings: anyObject('when windows are made and released'),
  templates: arrayOf(anyObject('a template')),
  exceptions: arrayOf(anyObject('a day that is not as the calendar says')),
  hotDays: arrayOf(anyObject('a day many want')),
  sites: arrayOf(
    objectOf({
      id: text('yifeng-street'),
      name: text('意风街'),
      fields: anyObject('said by staff'),
      'source?': text('来函'),
    }),
  ),
});
