/** What a person said is not to be removed: a dispute, a court, an inspection. Whoever removes rows asks first. */
export abstract class HeldRows {
  /** Inside the transaction that removes it, and behind the row's lock: a hold waits for that lock, and is seen or comes late. */
  abstract isHeld(table: string, id: string): Promise<boolean>;
}
