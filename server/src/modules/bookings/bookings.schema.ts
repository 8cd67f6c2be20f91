import { BOOKING_ACTS, BOOKING_STATES, PARTNER_WAYS, WINDOW_STATES } from '@jinmen/shared/bookings/views';
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
const yes: SchemaObject = { type: 'boolean', enum: [true] };

export const siteSchema = objectOf({
  id: text('yifeng-street'),
  name: text('意式风情区'),
  sort: text('themed'),
  kinds: arrayOf(text('marriage')),
  'district?': text('120105'),
  'districtName?': text('河北区'),
  'address?': text('示例路 1 号'),
  'phone?': text('022-12345'),
  'hours?': text('9:00–17:00'),
  'gettingThere?': text('地铁 2 号线'),
  'stepFree?': text('一楼，没有台阶'),
  'rainPlan?': text('下雨改在屋里'),
  'about?': text('百年老街'),
  'nextFreeDay?': day('the first day with something free'),
});

const windowFields = {
  id: text('6f1d…'),
  site: text('yifeng-street'),
  day: day('the day in Tianjin'),
  startsAt: instant,
  endsAt: instant,
  state: oneOf(...WINDOW_STATES),
  'left?': integer('what anybody may book now; never in bereavement'),
  opensAt: instant,
  closesAt: instant,
  'why?': text('场地布置'),
  'expected?': yes,
  'sample?': yes,
} as const;

export const windowSchema = objectOf(windowFields);

export const partiesSchema = arrayOf(
  objectOf({
    role: oneOf('holder', 'partner'),
    name: text('张*'),
    you: { type: 'boolean' },
    confirmed: { type: 'boolean' },
  }),
);

export const bookingSchema = objectOf({
  id: text('6f1d…'),
  number: text('JM-7KQ2M9'),
  service: text('marriage-registration'),
  kind: text('marriage'),
  state: oneOf(...BOOKING_STATES),
  version: integer('rises with every step'),
  site: siteSchema,
  window: windowSchema,
  'holdUntil?': instant,
  parties: partiesSchema,
  'asked?': objectOf({ way: oneOf(...PARTNER_WAYS), until: instant }),
  'change?': objectOf({
    window: windowSchema,
    siteName: text('意式风情区'),
    until: instant,
    yours: { type: 'boolean' },
  }),
  'offers?': objectOf({
    windows: arrayOf(objectOf({ ...windowFields, siteName: text('意式风情区'), 'kept?': yes })),
    until: instant,
  }),
  acts: arrayOf(oneOf(...BOOKING_ACTS)),
  'againFrom?': day('cancelling it now is the last this month: from when its caller could book again'),
  steps: arrayOf(objectOf({ at: instant, words: text('约好了'), 'why?': text('场地布置') })),
  details: anyObject('what the service adds'),
});

export const bookingsSchema = objectOf({ items: arrayOf(bookingSchema), 'nextCursor?': text('MjAyNi0…') });

const windowId = text('6f1d…');
const details = anyObject('what the service asks beside people and time');

export const createBookingSchema = objectOf({
  service: text('marriage-registration'),
  kind: text('marriage'),
  windowId,
  'details?': details,
});

export const confirmBookingSchema = objectOf({
  'phone?': text('13800000000'),
  'details?': details,
  'partnerWay?': oneOf(...PARTNER_WAYS),
});

export const rescheduleSchema = objectOf({ windowId });

export const ownNameSchema = objectOf({ name: text('示例名') });

export const passSchema = objectOf({
  booking: text('6f1d…'),
  number: text('JM-7KQ2M9'),
  code: text('028113'),
  token: text('JM-7KQ2M9.028113.…'),
  service: text('marriage-registration'),
  kind: text('marriage'),
  state: oneOf(...BOOKING_STATES),
  site: siteSchema,
  window: windowSchema,
  parties: partiesSchema,
  bring: arrayOf(text('身份证')),
});
