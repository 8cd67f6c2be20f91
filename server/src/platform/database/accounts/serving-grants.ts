import type { DataSource } from 'typeorm';
import { errnoOf } from '../retryable';
import type { AppendOnly } from './append-only';
import { MIGRATIONS } from './rights';

/** As MySQL names it: who, and from where. */
export interface Account {
  readonly user: string;
  readonly host: string;
}

/** What is said to whoever runs the command, instead of a trace. */
export class GrantsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GrantsError';
  }
}

const ROWS = ['UPDATE', 'DELETE'];
const TABLES = ['CREATE', 'DROP', 'ALTER', 'INDEX', 'REFERENCES', 'TRIGGER', 'CREATE VIEW', 'GRANT OPTION'];
/** Given with `ALL` on a table, and a word that MySQL has not. */
const MARIADBS_OWN = 'DELETE HISTORY';
const NOT_A_WORD_THERE = 1064;
/** There was nothing to take away: on the database, on the table. */
const NOTHING_GRANTED = [1141, 1147];
/** In MariaDB's words, and in MySQL's: nobody is called like that, and no account is made by the way. */
const NOBODY = [1133, 1410];
/** On the database, on a table. */
const NOT_THEIRS_TO_GIVE = [1044, 1142];

/** `jinmen@%`, `jinmen@10.0.0.%`; without a host from anywhere. Undefined when it is not written like that. */
export function readAccount(text: string): Account | undefined {
  const [, user, host = '%'] = /^([\w.-]{1,80})(?:@([\w.:%/-]{1,255}))?$/.exec(text) ?? [];
  return user === undefined ? undefined : { user, host };
}

/**
 * Lets the account serve and no more: it reads, adds, changes and removes rows, of append-only tables it reads and adds,
 * and what it was given on the whole database is taken away. Each table is given before anything is taken, so that who is
 * served meanwhile notices nothing. Done again, it changes nothing. Returns what there is to say.
 * @throws GrantsError when there is no such account, or it is the one that is connected, or that one may not give rights.
 */
export async function grantServing(
  dataSource: DataSource,
  account: Account,
  appendOnly: readonly AppendOnly[],
): Promise<readonly string[]> {
  const [me]: { name: string; database: string }[] = await dataSource.query(
    'SELECT CURRENT_USER() AS name, DATABASE() AS `database`',
  );
  if (!me || me.name.replace(/@[^@]*$/, '') === account.user) {
    throw new GrantsError(`${account.user} owns the database; the servers need an account of their own`);
  }
  const tables: { name: string }[] = await dataSource.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  );
  const names = tables.map(({ name }) => name).toSorted();
  for (const statement of statementsFor(account, me.database, names, appendOnly)) {
    await given(dataSource, statement, account);
  }
  const there = appendOnly.filter(({ table }) => names.includes(table));
  const namesOf = (kept: readonly AppendOnly[]) => kept.map(({ table }) => table).join(', ');
  const before = there.filter(({ changedBefore }) => changedBefore);
  return [
    `${account.user}@${account.host} reads and writes ${names.length - there.length - 1} tables`,
    `it reads and adds, and neither changes nor removes: ${namesOf(there.filter((each) => !before.includes(each)))}`,
    ...(before.length === 0
      ? []
      : [`it removes nothing from ${namesOf(before)}, and changes it until the next release`]),
  ];
}

/** In the order in which they are to be done. */
export function statementsFor(
  { user, host }: Account,
  database: string,
  tables: readonly string[],
  appendOnly: readonly AppendOnly[],
): readonly string[] {
  const who = `'${user}'@'${host}'`;
  const single = tables.flatMap((table) => {
    const on = `ON ${quoted(database)}.${quoted(table)}`;
    const { gives, takes } = rightsOn(
      table,
      appendOnly.find((each) => each.table === table),
    );
    const taken = [takes.join(', '), MARIADBS_OWN].map((list) => `REVOKE ${list} ${on} FROM ${who}`);
    return [`GRANT ${gives.join(', ')} ${on} TO ${who}`, ...taken];
  });
  // given on the database it would hold for the append-only tables too; an image's entrypoint writes the name as a pattern
  const patterns = [...new Set([database, database.replaceAll('_', '\\_')])];
  const whole = patterns.flatMap((pattern) => [
    `REVOKE ALL PRIVILEGES ON ${quoted(pattern)}.* FROM ${who}`,
    `REVOKE GRANT OPTION ON ${quoted(pattern)}.* FROM ${who}`,
  ]);
  return [...single, ...whole];
}

function rightsOn(table: string, kept: AppendOnly | undefined): { gives: readonly string[]; takes: readonly string[] } {
  if (table === MIGRATIONS) return { gives: ['SELECT'], takes: ['INSERT', ...ROWS, ...TABLES] };
  if (!kept) return { gives: ['SELECT', 'INSERT', ...ROWS], takes: TABLES };
  if (kept.changedBefore) return { gives: ['SELECT', 'INSERT', 'UPDATE'], takes: ['DELETE', ...TABLES] };
  return { gives: ['SELECT', 'INSERT'], takes: [...ROWS, ...TABLES] };
}

async function given(dataSource: DataSource, statement: string, { user, host }: Account): Promise<void> {
  try {
    await dataSource.query(statement);
  } catch (error) {
    const errno = errnoOf(error) ?? 0;
    if (statement.startsWith('REVOKE') && NOTHING_GRANTED.includes(errno)) return;
    if (statement.startsWith(`REVOKE ${MARIADBS_OWN} `) && errno === NOT_A_WORD_THERE) return;
    if (NOBODY.includes(errno)) throw new GrantsError(`there is no account ${user}@${host}: an administrator makes it`);
    if (!NOT_THEIRS_TO_GIVE.includes(errno)) throw error;
    throw new GrantsError('the account of MIGRATE_DATABASE_URL may give no rights: it needs ALL … WITH GRANT OPTION');
  }
}

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
