import type { ConsentPurpose } from '@jinmen/shared/residents/consent-texts';
import type { Upstream } from '../../../platform/config/bureau-address';
import type { Kept } from '../keeping/keeping';

/** Why data may be used (PIPL 13): a yes that was asked for, a duty by law, or something the resident came to do. */
export type Basis =
  | { readonly kind: 'consent'; readonly purposes: readonly ConsentPurpose[] }
  | { readonly kind: 'duty'; readonly law: string }
  | { readonly kind: 'asked'; readonly words: string };

/** One thing that is done with data: what for, on what ground, for how long, and who gets it. Words residents read. */
export interface Matter {
  readonly code: string;
  readonly title: string;
  readonly purpose: string;
  readonly basis: readonly Basis[];
  readonly kept: Kept;
  readonly gets: readonly Upstream[];
}

/** How a row is somebody's: a column with their account or person, or one that points into rows that are theirs. */
export type Tie =
  | {
      readonly column: string;
      readonly is: 'account' | 'person';
      readonly prefix?: string;
      /** SQL: of which rows it tells who may read them. Whose the others are to keep and to delete it tells of all. */
      readonly reads?: string;
      /** SQL with the day of today as its one value: while this holds, what points at the row is theirs to read. */
      readonly opens?: string;
    }
  | { readonly column: string; readonly in: string; readonly by: string };

/** How a row is about somebody: by an index of their number, or by a column that points into rows that are about them. */
export type CopyTie =
  | { readonly purpose: string; readonly keyId: string; readonly digest: string }
  | { readonly column: string; readonly in: string; readonly by: string };

/** Why a column beside personal data is none itself. */
export const REASONS = {
  id: 'a random id of this row or of another',
  step: 'how far something has come: a state, a version, a counter, a code of ours',
  time: 'when something happened or is due',
  key: 'which key sealed or filed the value beside it',
  digest: 'a keyed digest; without the key nobody can tell of what',
  random: 'a hash of something drawn at random, which nobody can guess',
  words: 'a hash, without a key, of words of ours that everybody may read',
} as const;
export type Reason = keyof typeof REASONS;

/** Every column of one table that may hold something of a person. */
export interface PersonalTable {
  readonly table: string;
  readonly matter: string;
  /** Column to what stands there, in a resident's words. Columns of ties are personal too and need no words. */
  readonly personal: Readonly<Record<string, string>>;
  readonly plain: Partial<Readonly<Record<Reason, string>>>;
  /** By default whoever owns the row it is part of. */
  readonly whose?: readonly Tie[];
  /** The row whose part this is: it goes with it. */
  readonly partOf?: { readonly column: string; readonly table: string };
  /** What parts and ties point at; `id` unless said. */
  readonly key?: string;
  /** What becomes of the rows when their owner deletes the account: all go unless said; or only those for which the SQL holds. */
  readonly goes?: 'kept' | { readonly where: string };
  /** A column with ids of uploaded files, whose bytes go with the row. */
  readonly files?: string;
  /** Where whom a row is about is not whoever it belongs to: it stands in the copy of the first, and in no other. */
  readonly copiedTo?: CopyTie;
  /** SQL: which rows stand in a copy at all; the others would tell one of a household what another said in confidence. */
  readonly copied?: string;
  /** Not in the copy a resident takes home: it says nothing they would understand, or is a key. */
  readonly notCopied?: true;
}

/** A table in which there is nobody, with its columns, so that a new one is looked at too. */
export interface ImpersonalTable {
  readonly table: string;
  readonly nobody: string;
  readonly columns: string;
}

/** What stands there of a person: said in words, and the ids by which a row is known to be theirs. */
export function columnsOf(table: PersonalTable): { readonly name: string; readonly what: string }[] {
  const plain = Object.values(table.plain).flatMap((names) => names.split(' '));
  const points = [...(table.whose ?? []).map(({ column }) => column), ...(table.partOf ? [table.partOf.column] : [])];
  const ids = points.filter((column) => !(column in table.personal) && !plain.includes(column));
  return [
    ...Object.entries(table.personal).map(([name, what]) => ({ name, what })),
    ...[...new Set(ids)].map((name) => ({ name, what: TIED })),
  ];
}

export function plainColumnsOf({ plain }: PersonalTable): { readonly name: string; readonly reason: string }[] {
  return Object.entries(plain).flatMap(([reason, names]) =>
    // cast: Object.entries forgets the names of its keys
    names.split(' ').map((name) => ({ name, reason: REASONS[reason as Reason] })),
  );
}

/** Of the ids by which a row is known to be somebody's. */
const TIED = '是谁的（一串随机编号）';
