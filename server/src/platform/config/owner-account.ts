import { readFileSync } from 'node:fs';
import { databaseUrls, withPassword } from './database-urls';
import { hasStrongPassword, PASSWORD_LENGTH } from './secret-strength';

type Environment = Readonly<Record<string, string | undefined>>;

/** What an operator's command was told of the account that owns the database. */
export interface OwnerAccount {
  /** As `DATABASE_URL`; none when nobody named it. */
  readonly url?: string;
  /** What is wrong with it, in words that repeat no password. */
  readonly problems: readonly string[];
  /** The environment without it: what everything else may know. */
  readonly rest: Environment;
}

/** Takes the owner's account out of the environment: it may change tables and what stands in the audit. */
export function takeOwnerAccount(env: Environment): OwnerAccount {
  const { MIGRATE_DATABASE_URL: named, MIGRATE_PASSWORD_FILE: file, ...rest } = env;
  if (!named)
    return { problems: file ? ['MIGRATE_PASSWORD_FILE is of no use without MIGRATE_DATABASE_URL'] : [], rest };
  const url = file ? withPassword(named, readFileSync(file, 'utf8').trim()) : named;
  const [first] = databaseUrls(url) ?? [];
  if (!first)
    return { problems: ['MIGRATE_DATABASE_URL must look like mysql://owner:password@host:3306/database'], rest };
  if (rest.NODE_ENV !== 'production' || hasStrongPassword(new URL(first))) return { url, problems: [], rest };
  const weak = `MIGRATE_DATABASE_URL needs a password of ${PASSWORD_LENGTH} characters or more that nobody could guess`;
  return { problems: [weak], rest };
}

/** In production no process that serves holds it; commands have it taken out beforehand. */
export function heldByWhoServes(env: Environment): readonly string[] {
  return ['MIGRATE_DATABASE_URL', 'MIGRATE_PASSWORD_FILE']
    .filter((name) => env[name])
    .map((name) => `${name} is the owner’s and no server may hold it: only "migrate" and "keys -- rotate" take it`);
}
