/**
 * Another module has been told an answer that a form asks for; a provider that extends it is found by itself. It stands in
 * a new draft with where it comes from, and can be changed like anything typed.
 */
export abstract class KnownFacts {
  /** As in `从撒海登记查到`. */
  abstract readonly from: string;

  /** By name of the fact. */
  abstract of(accountId: string): Promise<Readonly<Record<string, string | boolean>>>;
}
