import { instantOf } from '../clock';
import { Problem } from './problem';

/** The place after which a page begins, in a list ordered by an instant and then an id. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

export interface PageRequest {
  readonly limit: number;
  /** Absent for the first page. */
  readonly after?: Place;
}

/** How every list but the four public ones is answered. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Asks for the next page; absent on the last. */
  readonly nextCursor?: string;
}

/** 1 to 50 a page (design §3), 20 when nobody says. */
export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 50;

/**
 * What a query asks for.
 * @throws Problem 400 `page.bad-cursor` for a cursor this server never gave out.
 */
export function pageRequest(query: { readonly limit?: number; readonly cursor?: string }): PageRequest {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return query.cursor === undefined ? { limit } : { limit, after: placeOf(query.cursor) };
}

/** The page out of `limit + 1` rows: the one too many says that there is more. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => Place,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(toItem);
  return rows.length > limit && last !== undefined ? { items, nextCursor: cursorOf(place(last)) } : { items };
}

function cursorOf({ at, id }: Place): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
}

function placeOf(cursor: string): Place {
  const [, time, id] = /^(\S{24}) ([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const ms = time === undefined ? Number.NaN : Date.parse(time);
  if (id === undefined || Number.isNaN(ms)) {
    throw new Problem(400, 'page.bad-cursor', '这一页找不到了，请从头看起。');
  }
  return { at: instantOf(ms), id };
}
