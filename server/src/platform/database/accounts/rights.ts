import type { AppendOnly } from './append-only';

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
  readonly ofRoutine: boolean;
}

/** Neither changes a row or a table, nor lets anybody else do it. */
const LOOKING = ['USAGE', 'SELECT', 'SHOW VIEW', 'SHOW DATABASES', 'PROCESS', 'REPLICATION CLIENT', 'BINLOG MONITOR'];
const CHANGING = ['UPDATE', 'DELETE'];
/** Where accounts and their rights stand: who writes there gives themselves any. */
const ACCOUNTS = 'mysql';
const NAME = '\\*|`(?:[^`]|``)*`';
const LINE = new RegExp(
  `^GRANT (.+?) ON (?:(TABLE|PROCEDURE|FUNCTION|PACKAGE|PACKAGE BODY) )?(${NAME})\\.(${NAME}) TO (.*)$`,
);
const ROLE = /^GRANT (`[^`]+`(?:@`[^`]*`)?(?:, ?`[^`]+`(?:@`[^`]*`)?)*) TO /;
/** A role is told by its own grant; what MySQL takes back in part (`REVOKE`) makes nothing more. */
const SAYS_NOTHING = /^(SET DEFAULT ROLE|REVOKE) /;

/**
 * What an account may do in this database beyond serving, in words; empty when it is just right. Serving reads, adds,
 * changes and removes rows of single tables, and of those that are append-only reads and adds.
 * @param lines as `SHOW GRANTS` gives them, MariaDB or MySQL. One that cannot be read counts as too much.
 */
export function rightsBeyondServing(lines: readonly string[], own: Own): readonly string[] {
  return lines.flatMap((line) => beyondIn(line, own));
}

function beyondIn(line: string, own: Own): readonly string[] {
  if (SAYS_NOTHING.test(line)) return [];
  const [, roles] = ROLE.exec(line) ?? [];
  // what a role may do can be changed behind the account's back, and it need not be switched on yet
  if (roles !== undefined) return [`the role ${roles.replaceAll('`', '')}`];
  const grant = read(line);
  // what follows may hold the digest of a password
  if (!grant) return [`what nobody here can read: ${line.split(' TO ')[0]}`];
  const { privileges, database, table } = grant;
  const names = privileges.filter((privilege) => isBeyond(privilege, grant, own));
  return names.length === 0 ? [] : [`${names.join(', ')} on ${database}.${table}`];
}

function isBeyond(name: string, { database, table, ofRoutine }: Grant, own: Own): boolean {
  if (name === 'USAGE' || (LOOKING.includes(name) && !ofRoutine)) return false;
  if (database === '*' || covers(database, ACCOUNTS)) return true;
  if (!covers(database, own.database)) return false;
  if (name === 'INSERT') return ofRoutine;
  if (!CHANGING.includes(name) || ofRoutine || table === '*') return true;
  const kept = own.appendOnly.find((each) => each.table === table);
  return kept !== undefined && !(name === 'UPDATE' && kept.changedBefore);
}

function read(line: string): Grant | undefined {
  const [, privileges, routine, database, table, rest] = LINE.exec(line) ?? [];
  if (privileges === undefined || database === undefined || table === undefined) return undefined;
  const mayGrant = / WITH (?:.* )?GRANT OPTION/.test(rest ?? '') ? ['GRANT OPTION'] : [];
  return {
    privileges: [...privilegesIn(privileges), ...mayGrant],
    database: bare(database),
    table: bare(table),
    ofRoutine: routine !== undefined && routine !== 'TABLE',
  };
}

/** One for some columns counts like one for all of them. */
function privilegesIn(text: string): string[] {
  return text
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim());
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
