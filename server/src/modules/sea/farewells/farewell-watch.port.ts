/**
 * Wants to know what becomes of farewells. A provider that extends it is found by itself and told inside the transaction
 * of the change, which holds the farewell's row: it writes rows and speaks to nobody outside; what it throws undoes the
 * change.
 */
export abstract class FarewellWatch {
  /** What a family said has changed: whoever handed it over has to hand over the new. */
  async changed(_farewellId: string): Promise<void> {}

  /** A draft is thrown away: whatever else is kept about it goes before its row does. */
  async thrownAway(_farewellId: string): Promise<void> {}
}
