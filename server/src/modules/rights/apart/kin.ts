/**
 * Who is near somebody, as far as the records here know it: whose guardian they are and who is theirs, whom they act for
 * and who acts for them, with whom they have booked something for two or asked for a divorce, and with whom they send
 * one of the family off; `signedFor` those whose household they are of. Each says in SQL who, for a person (`:person`) and the accounts they confirmed themself on.
 */
export interface Nearness {
  /** What the first column of the answer is. */
  readonly is: 'person' | 'account';
  readonly sql: (accounts: string) => string;
  /** How often the person’s id stands in it, before the accounts. */
  readonly people: number;
}

export const NEAR: readonly Nearness[] = [
  {
    is: 'person',
    people: 0,
    sql: (accounts) =>
      `SELECT person_id AS id FROM dependant WHERE person_id IS NOT NULL AND account_id IN (${accounts})`,
  },
  { is: 'account', people: 1, sql: () => 'SELECT account_id AS id FROM dependant WHERE person_id = ?' },
  {
    is: 'person',
    people: 0,
    sql: (accounts) =>
      `SELECT principal_person_id AS id FROM mandate
       WHERE principal_person_id IS NOT NULL AND state IN ('waiting', 'acting') AND helper_account_id IN (${accounts})`,
  },
  {
    is: 'account',
    people: 1,
    sql: () =>
      "SELECT helper_account_id AS id FROM mandate WHERE principal_person_id = ? AND state IN ('waiting', 'acting')",
  },
  { is: 'person', people: 1, sql: () => together('booking_party', 'booking_id') },
  { is: 'person', people: 1, sql: () => together('marriage_divorce_party', 'divorce_id') },
  { is: 'person', people: 1, sql: () => together('farewell_kin', 'farewell_id') },
];

/**
 * The accounts of applications in which somebody signed a 核对授权: they live in that household, whose money it is. Found
 * by the index of their number, since who signed at a desk or by a link has no other name there. Two values an index key.
 */
export function signedFor(keys: number): string {
  const signer = Array.from({ length: keys }, () => '(s.signer_key_id = ? AND s.signer_digest = ?)').join(' OR ');
  return `SELECT a.account_id AS id FROM relief_signature s
    JOIN relief_application a ON a.id = s.application_id WHERE ${signer}`;
}

/** The others in what this person is part of. */
function together(table: string, part: string): string {
  return `SELECT other.person_id AS id FROM ${table} mine JOIN ${table} other ON other.${part} = mine.${part}
    WHERE mine.person_id = ? AND other.person_id <> mine.person_id`;
}
