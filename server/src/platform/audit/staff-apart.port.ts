/** Whose data an act is about, as the audit names them. */
export interface ActedOn {
  readonly person?: string;
  readonly object?: string;
}

/** Who at a desk is kept from what: their own things, and those of their family as far as it is known here. */
export abstract class StaffApart {
  abstract isApart(staffId: string, about: ActedOn): Promise<boolean>;

  /** Their own accounts and their family's, for a list that is to leave theirs out. */
  abstract accountsNear(staffId: string): Promise<ReadonlySet<string>>;
}
