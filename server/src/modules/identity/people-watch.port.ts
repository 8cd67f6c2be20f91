/**
 * Wants to know when somebody confirmed themself on a phone: what a desk wrote down for them before is theirs to read there
 * from now on. A provider that extends it is found by itself and told inside the transaction of the confirmation: it
 * writes rows and speaks to nobody outside; what it throws undoes the confirmation.
 */
export abstract class PeopleWatch {
  abstract knownOn(accountId: string, personId: string): Promise<void>;
}
