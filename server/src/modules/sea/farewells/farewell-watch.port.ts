/**
 * Wants to know when what a family said has changed: whoever handed it over has to hand over the new. A provider that
 * extends it is found by itself and told inside the transaction of the change, which holds the farewell's row: it writes
 * rows and speaks to nobody outside; what it throws undoes the change.
 */
export abstract class FarewellWatch {
  abstract changed(farewellId: string): Promise<void>;
}
