/** Tells the person who is helped of what their helper did, on the telephone they said yes on. */
export abstract class PrincipalNews {
  /**
   * Somebody who helps said where the money goes. Inside the transaction that keeps it; by day, and also when the mandate
   * has ended by then. Nobody is told whose yes came from their own account, or who has no mobile number.
   */
  abstract payeeChanged(mandateId: string): Promise<void>;
}
