import { arrayOf, day, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const units = objectOf({ urns: integer('one for each who died'), seats: integer('one for each who comes along') });

export const staffVoyageSchema = objectOf({
  id: text('6f1d…'),
  day: day('in Tianjin'),
  vessel: text('国宾9号'),
  startsAt: instant,
  endsAt: instant,
  opensAt: instant,
  closesAt: instant,
  meeting: objectOf({ place: text('天津市殡仪服务总站'), at: instant }),
  timetable: arrayOf(objectOf({ step: text('gather'), at: instant })),
  state: oneOf('open', 'suspended', 'sailed'),
  'why?': text('海上风大'),
  sample: { type: 'boolean' },
  capacity: units,
  taken: units,
  families: integer('with a place, or for whom one is kept'),
});

export const staffVoyagesSchema = objectOf({ items: arrayOf(staffVoyageSchema) });

export const voyageTouchedSchema = objectOf({
  families: integer('with a place, or for whom one is kept'),
  urns: integer('taken'),
  seats: integer('taken'),
});

export const suspendedSchema = objectOf({ families: integer('that lost their place and keep their booking') });
