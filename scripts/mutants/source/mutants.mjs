import { ACCESS } from './table/access.mjs';
import { DATABASE_ACCOUNTS } from './table/accounts.mjs';
import { BOOKING } from './table/bookings.mjs';
import { COMPLAINTS_AT_A_DESK } from './table/desk.mjs';
import { GUARDS } from './table/guards.mjs';
import { HELD } from './table/holds.mjs';
import { ONCE_ONLY } from './table/once.mjs';
import { PEOPLE } from './table/people.mjs';
import { READ_NO_MORE } from './table/read-no-more.mjs';
import { TURNED_DOWN } from './table/refusals.mjs';
import { AFTER_A_DEATH } from './table/relatives.mjs';
import { RELIEF_GUARDS } from './table/relief.mjs';
import { RULES } from './table/rules.mjs';
import { SECOND_ACCOUNT } from './table/second-account.mjs';
import { SECRETS } from './table/secrets.mjs';
import { SIGNED } from './table/signed.mjs';
import { TEXTING } from './table/texting.mjs';
import { UNIQUES } from './table/uniques.mjs';
import { UPLOADS } from './table/uploads.mjs';
import { WHOSE_FAREWELL } from './table/whose-farewell.mjs';

/**
 * What could be wrong with the server and the rules, one at a time: `put` stands in `file` instead of `find`, which is
 * there once; `spec` and `tests` (by their titles; `madeTitles` where it makes them of a list) are the smallest that should
 * see it; `on: 'mysql'` where only several connections can show it.
 */
export const MUTANTS = [
  ...ACCESS,
  ...SECRETS,
  ...SIGNED,
  ...ONCE_ONLY,
  ...BOOKING,
  ...PEOPLE,
  ...SECOND_ACCOUNT,
  ...READ_NO_MORE,
  ...RELIEF_GUARDS,
  ...GUARDS,
  ...TEXTING,
  ...TURNED_DOWN,
  ...HELD,
  ...COMPLAINTS_AT_A_DESK,
  ...DATABASE_ACCOUNTS,
  ...AFTER_A_DEATH,
  ...RULES,
  ...UPLOADS,
  ...WHOSE_FAREWELL,
  ...UNIQUES,
];

/** Nobody can see this one: what `npm run mutants -- --planted` says of it is what it says of a hole. */
export const PLANTED = {
  name: 'planted: a comment says something else',
  file: 'server/src/platform/masking.ts',
  find: '/** Only whose family it is,',
  put: '/** Whose family it is alone,',
  spec: 'server/src/platform/masking.spec.ts',
  tests: ['.'],
};
