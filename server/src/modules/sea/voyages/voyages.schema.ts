import { VOYAGE_STATES, VOYAGE_STEPS } from '@jinmen/shared/services/sea-scattering/views';
import { arrayOf, day, objectOf, oneOf, type SchemaObject, text } from '../../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };

const voyageFields = {
  id: text('6f1d…'),
  day: day('in Tianjin'),
  startsAt: instant,
  endsAt: instant,
  state: oneOf(...VOYAGE_STATES),
  'tooFewSeats?': { type: 'boolean', enum: [true] } satisfies SchemaObject,
  opensAt: instant,
  closesAt: instant,
  vessel: text('国宾9号'),
  meeting: objectOf({ place: text('天津市殡仪服务总站'), at: instant }),
  timetable: arrayOf(objectOf({ step: oneOf(...VOYAGE_STEPS), at: instant })),
  'why?': text('海上风大'),
  'sample?': { type: 'boolean', enum: [true] } satisfies SchemaObject,
} as const;

export const voyageSchema = objectOf(voyageFields);

export const voyagesSchema = objectOf({ voyages: arrayOf(voyageSchema) });
