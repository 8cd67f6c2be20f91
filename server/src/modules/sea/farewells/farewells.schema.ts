import { BOOKING_STATES } from '@jinmen/shared/bookings/views';
import {
  FAREWELL_ACTS,
  FAREWELL_SECTIONS,
  FAREWELL_STATES,
  SEA_WAYS,
} from '@jinmen/shared/services/sea-scattering/views';
import {
  anyObject,
  arrayOf,
  integer,
  objectOf,
  oneOf,
  problemSchema,
  type SchemaObject,
  text,
} from '../../../platform/http/json-schema';

const instant: SchemaObject = { type: 'string', format: 'date-time' };
const yesNo: SchemaObject = { type: 'boolean' };
const id = text('6f1d…');
const number = text('HM-7KQ2M9');
const you = oneOf('applicant', 'kin');
const state = oneOf(...FAREWELL_STATES);
const way = oneOf(...SEA_WAYS);
const version = integer('grows with every change of the family');
const voyage = anyObject('as GET /voyages/:id');
const familyFound = objectOf({ name: text('张*'), ask: text('for POST /farewell-asks') });

const sections = {
  deceased: anyObject('{name?,idNumber?,died?,cremated?,paper?:{form,number?},hukouInTianjin?,called?}'),
  ashes: anyObject('{place?,where?,bringer?}'),
  kinship: anyObject('{relation?,way?,words?}'),
  wishes: anyObject('{impossible[],earliest?,latest?,weekendsOnly?,fromAnotherCity?,proxy,together?}'),
  company: anyObject('{aboard,ashore,named:[{id,name,age?,where,wheelchair?,health?}]}'),
};
const papers = arrayOf(anyObject('{paper,how,until?}'));

export const farewellSchema = objectOf({
  id,
  number,
  state,
  version,
  you,
  way,
  ...sections,
  papers,
  kin: arrayOf(
    objectOf({
      id,
      name: text('张*'),
      relation: text('弟弟'),
      you: yesNo,
      state: oneOf('asks', 'silent', 'agrees', 'differs'),
      'words?': text('想等春天再去'),
    }),
  ),
  'phone?': text('138****5678'),
  wantsCalls: yesNo,
  'place?': objectOf({
    booking: id,
    number: text('JM-7KQ2M9'),
    state: oneOf(...BOOKING_STATES),
    voyage,
    'keptUntil?': instant,
    'offers?': objectOf({ 'kept?': voyage, others: arrayOf(voyage) }),
  }),
  'goesWith?': text('HM-7KQ2M9'),
  open: arrayOf(objectOf({ section: oneOf(...FAREWELL_SECTIONS), words: text('可以以后再补') })),
  acts: arrayOf(oneOf(...FAREWELL_ACTS)),
  steps: arrayOf(objectOf({ at: instant, words: text('登记好了') })),
  'family?': familyFound,
});

export const farewellsSchema = objectOf({
  items: arrayOf(
    objectOf({ id, number, state, you, 'name?': text('张三'), 'called?': text('name'), updatedAt: instant }),
  ),
  'nextCursor?': text('asks for the next page; absent on the last'),
});

export const beginSchema = objectOf({ 'way?': way });

export const changeFarewellSchema = objectOf({
  version,
  'way?': way,
  ...Object.fromEntries(Object.entries(sections).map(([name, schema]) => [`${name}?`, schema])),
  'papers?': papers,
  'contact?': anyObject('{phone?,wantsCalls?}'),
});

export const staleFarewellSchema: SchemaObject = {
  ...problemSchema,
  properties: { ...problemSchema.properties, current: farewellSchema },
};

export const signUpSchema = objectOf({ 'notTheSame?': yesNo });
export const withdrawSchema = objectOf({ 'givePlaceBack?': yesNo });
export const answerRelativeSchema = objectOf({ takeIn: yesNo });
export const voiceSchema = objectOf({ state: oneOf('agrees', 'differs'), 'words?': text('想等春天再去') });
export const newLinkSchema = objectOf({ token: text('the link itself, told once'), until: instant });

const relative = { relation: text('弟弟'), 'words?': text('我是他弟弟') };
export const askSchema = objectOf({ ask: text('of farewell.family-already'), ...relative });
export const joinSchema = objectOf({ join: { type: 'boolean', enum: [true] }, ...relative });
export const askViewSchema = objectOf({
  id,
  name: text('张*'),
  state: oneOf('asked', 'joined', 'not-now'),
  'farewell?': id,
  at: instant,
});
export const asksSchema = objectOf({ items: arrayOf(askViewSchema) });
export const invitationSchema = objectOf({
  state: oneOf('open', 'used', 'expired'),
  'from?': text('张*'),
  'deceased?': text('张三'),
  'until?': instant,
});
