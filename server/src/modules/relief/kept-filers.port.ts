/**
 * Who handed in what an office has in hand is known by their account. Before the account goes they are kept beside each
 * of its applications, because an office goes on with those (docs/adr/0043).
 */
export abstract class KeptFilers {
  /** Inside the transaction in which the account goes, before anything of it does. Twice is once. */
  abstract keepOf(accountId: string): Promise<void>;
}
