import { arrayOf, integer, objectOf, oneOf, type SchemaObject, text } from '../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const yes: SchemaObject = { type: 'boolean' };
const id = text('4b1f6d7e-0000-4000-8000-000000000000');

export const roundSchema = objectOf({
  service: text('reading-room'),
  title: text('阅览室'),
  kind: oneOf('displaced', 'sign-ups'),
  waiting: integer('who has no place now'),
  'plannedAt?': instant,
  'proven?': yes,
  'fairest?': yes,
  'stale?': yes,
  members: arrayOf(
    objectOf({
      id,
      name: text('张*'),
      words: arrayOf(text('同去 3 人')),
      'lost?': instant,
      hardships: integer('rounds that left them worse off or without a place'),
      displaced: integer('how often they lost a time'),
      'slot?': id,
      'worse?': yes,
      others: arrayOf(id),
      'why?': oneOf('no-option', 'no-room', 'together', 'pinned'),
      'pinned?': oneOf('here', 'not-now'),
      'badPin?': oneOf('no-room', 'not-an-option', 'split'),
    }),
  ),
  slots: arrayOf(objectOf({ id, startsAt: instant, words: text('north library') })),
  'lastAppliedAt?': instant,
  calls: arrayOf(
    objectOf({
      id,
      name: text('张*'),
      'phone?': text('138****5678'),
      reason: oneOf('phone-only', 'quiet-hours', 'no-place', 'no-answer', 'later', 'differs'),
      'slot?': instant,
      'keptUntil?': instant,
      'calledAt?': instant,
    }),
  ),
});

export const roundsSchema = objectOf({ items: arrayOf(roundSchema) });

export const roundResultSchema = objectOf({
  placed: integer('a place is kept for them and they were told'),
  elsewhere: integer('of these, elsewhere than the plan said'),
  withoutPlace: integer('none was found; they were told'),
  gone: integer('they chose for themselves meanwhile, or it is over'),
  failed: integer('left as they were, for the next round'),
});

export const pinSchema: SchemaObject = {
  type: 'object',
  properties: { slot: { oneOf: [{ type: 'string', maxLength: 36 }, { type: 'null' }] } },
};
