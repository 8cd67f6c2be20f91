import type { AppendOnly } from './append-only';

/**
 * Of the ORM: which migrations were done. Who serves looks there and writes nothing, or the next release would leave one out.
 */
export const MIGRATIONS = 'migrations';

/** What an account is held against. */
export interface Own {
  readonly database: string;
  readonly appendOnly: readonly AppendOnly[];
}

interface Grant {
  readonly privileges: readonly string[];
  /** A pattern, or `*`. */
  readonly database: string;
  /** A name, or `*`. */
  readonly table: string;
  /** `PROCEDURE`, `FUNCTION`, … where it is one of those and no table. */
  readonly routine?: string;
  /** Quoted, as it stands in the line. */
  readonly account: string;
}

/** What an account may do beyond serving. */
export interface Beyond {
  readonly words: string;
  /** The statements by which an administrator takes it away; none where nobody here can read what it is. */
  readonly taken: readonly string[];
}

/** On the whole server: says how it does, and opens no table. */
const WATCHING = ['USAGE', 'SHOW VIEW', 'SHOW DATABASES', 'PROCESS', 'REPLICATION CLIENT', 'BINLOG MONITOR'];
/** On our database as a whole, and on each table of it. */
const READING = ['USAGE', 'SELECT', 'SHOW VIEW'];
/** On single tables, of which one may be append-only. */
const WRITING = ['INSERT', 'UPDATE', 'DELETE'];
/**
 * Where accounts, their rights and the digests of their passwords stand, and what other accounts are asking: nobody who serves
 * looks there. Who writes there gives themselves any right.
 */
const OF_THE_SERVER = ['mysql', 'performance_schema', 'sys'];
const NAME = '\\*|`(?:[^`]|``)*`';
const LINE = new RegExp(
  `^GRANT (.+?) ON (?:(TABLE|PROCEDURE|FUNCTION|PACKAGE|PACKAGE BODY) )?(${NAME})\\.(${NAME}) TO (.*)$`,
);
const ROLE = /^GRANT (`[^`]+`(?:@`[^`]*`)?(?:, ?`[^`]+`(?:@`[^`]*`)?)*) TO /;
const ACCOUNT = /^`(?:[^`]|``)*`(?:@`(?:[^`]|``)*`)?/;
const GIVING = 'GRANT OPTION';
/** A role is told by its own grant; what MySQL takes back in part (`REVOKE`) makes nothing more. */
const SAYS_NOTHING = /^(SET DEFAULT ROLE|REVOKE) /;

/**
 * What an account may do in this database beyond serving; empty when it is just right. Serving reads, adds, changes and
 * removes rows of single tables, of those that are append-only reads and adds, and of `migrations` reads.
 * @param lines as `SHOW GRANTS` gives them, MariaDB or MySQL. One that cannot be read counts as too much.
 */
export function rightsBeyondServing(lines: readonly string[], own: Own): readonly Beyond[] {
  return lines.flatMap((line) => beyondIn(line, own));
}

function beyondIn(line: string, own: Own): readonly Beyond[] {
  if (SAYS_NOTHING.test(line)) return [];
  const [said, roles] = ROLE.exec(line) ?? [];
  // what a role may do can be changed behind the account's back, and it need not be switched on yet
  if (said !== undefined && roles !== undefined) {
    const taken = [`REVOKE ${roles} FROM ${accountIn(line.slice(said.length))}`];
    return [{ words: `the role ${roles.replaceAll('`', '')}`, taken }];
  }
  const grant = read(line);
  // what follows may hold the digest of a password
  if (!grant) return [{ words: `what nobody here can read: ${line.split(' TO ')[0]}`, taken: [] }];
  const names = grant.privileges.filter((privilege) => isBeyond(privilege, grant, own));
  if (names.length === 0) return [];
  return [{ words: `${names.join(', ')} on ${grant.database}.${grant.table}`, taken: takenBy(names, grant) }];
}

function isBeyond(name: string, grant: Grant, own: Own): boolean {
  const { database, table, routine } = grant;
  if (name === 'USAGE') return false;
  if (database === '*') return !WATCHING.includes(name);
  if (OF_THE_SERVER.some((each) => covers(database, each))) return true;
  if (!covers(database, own.database)) return false;
  if (routine !== undefined) return true;
  if (READING.includes(name)) return false;
  return table === '*' || table === MIGRATIONS || !mayWrite(name, table, own);
}

function mayWrite(name: string, table: string, { appendOnly }: Own): boolean {
  if (!WRITING.includes(name)) return false;
  const kept = appendOnly.find((each) => each.table === table);
  return kept === undefined || name === 'INSERT' || (name === 'UPDATE' && kept.changedBefore === true);
}

/** `ALL PRIVILEGES` stands in no list, so the right to give on is taken by itself. */
function takenBy(names: readonly string[], { database, table, routine, account }: Grant): readonly string[] {
  const on = `${routine === undefined ? '' : `${routine} `}${quoted(database)}.${quoted(table)}`;
  const rights = names.filter((name) => name !== GIVING);
  const lists = [rights.join(', '), names.includes(GIVING) ? GIVING : ''].filter((list) => list !== '');
  return lists.map((list) => `REVOKE ${list} ON ${on} FROM ${account}`);
}

function read(line: string): Grant | undefined {
  const [, privileges, routine, database, table, rest = ''] = LINE.exec(line) ?? [];
  if (privileges === undefined || database === undefined || table === undefined) return undefined;
  const mayGive = / WITH (?:.* )?GRANT OPTION/.test(rest) ? [GIVING] : [];
  return {
    privileges: [...privilegesIn(privileges), ...mayGive],
    database: bare(database),
    table: bare(table),
    ...(routine !== undefined && routine !== 'TABLE' && { routine }),
    account: accountIn(rest),
  };
}

function accountIn(text: string): string {
  return ACCOUNT.exec(text)?.[0] ?? 'the account';
}

/** One for some columns counts like one for all of them. */
function privilegesIn(text: string): string[] {
  return text
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim());
}

function quoted(name: string): string {
  return name === '*' ? name : `\`${name.replaceAll('`', '``')}\``;
}

function bare(name: string): string {
  return name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name;
}

/** As `LIKE` does: `%` is anything, `_` one sign, unless a backslash stands before it. */
function covers(pattern: string, database: string): boolean {
  const parts = [...pattern.matchAll(/\\(.)|(.)/g)].map(([, literal, sign]) => {
    if (literal === undefined && sign === '%') return '.*';
    if (literal === undefined && sign === '_') return '.';
    return (literal ?? sign ?? '').replace(/[.*+?^${}()|[\]\\]/, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`).test(database);
}
