import type { AccessHouse, Cast } from './access-house';
import type { Policy, Whose } from './policies';

/** One request that the rightful one would be answered with 2xx, and who of the callers has a part in its thing. */
export interface Asked {
  /** What stands in the address, by its parameter. */
  readonly at?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  /** A photo in place of a body. */
  readonly file?: Buffer;
  /** What a bureau signs it with, in place of a session. */
  readonly signs?: Readonly<Record<string, string>>;
  readonly cast?: Cast;
  /** What is the owner's, by an id or a word only their answer has: a list shows it to them, and nobody else is shown it. */
  readonly theirs?: readonly string[];
  /** Ids of what is before the street of the matrix: a list shows them to its clerk and to no other's. */
  readonly ofStreet?: readonly string[];
}

export interface Row {
  readonly policy: Policy;
  /** Makes the thing it is about, anew each time. */
  readonly ask: (house: AccessHouse, whose: Whose) => Promise<Asked>;
  /** Of an application: on whose behalf it is tried; all four unless said. */
  readonly whose?: readonly Whose[];
  /** Of a list of one's own: everybody is told the same. */
  readonly alike?: true;
  /** The parameter that names the thing; `id` unless said. */
  readonly named?: string;
}

/** `METHOD /path`, as the description of the API has it without `/api/v1`. */
export type Rows = Readonly<Record<string, Row>>;
