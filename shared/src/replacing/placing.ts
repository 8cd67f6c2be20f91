/** What is counted at a place, by the name its service gives it: `urns`, `seats`; `couples` at a registry. */
export type Units = Readonly<Record<string, number>>;

/** A time somewhere with room left. Ids are opaque. */
export interface PlacingSlot {
  readonly id: string;
  readonly left: Units;
}

/** One slot a party could have. What it may never have (an impossible day, 代撒 refused) is not among its options. */
export interface PlacingOption {
  readonly slot: string;
  /** 0 = as wished; whole numbers, to be compared within one party and added up over all. */
  readonly cost: number;
  /** It goes against something the party wished: being placed here counts as worse off. */
  readonly worse: boolean;
}

/** A family or a couple: placed whole or not at all. */
export interface PlacingParty {
  readonly id: string;
  readonly needs: Units;
  /** How often it was placed anew before and ended worse off (or without a place). Those with more come first. */
  readonly hardships: number;
  /** How often it lost a place before; after hardships, those with more come first. */
  readonly displaced: number;
  /** When it began to wait, in epoch milliseconds; then the earlier comes first. */
  readonly since: number;
  /** Parties with the same word go to the same slot or nowhere. */
  readonly together?: string;
  readonly options: readonly PlacingOption[];
}

/** What a person decided before: the solver does not touch it, and says so when it cannot be. `slot` absent = no place. */
export interface PlacingPin {
  readonly party: string;
  readonly slot?: string;
}

export interface PlacingProblem {
  readonly parties: readonly PlacingParty[];
  readonly slots: readonly PlacingSlot[];
  readonly pins: readonly PlacingPin[];
  /** A plan that was shown before: of plans that are equally good, the one that moves fewest from where it had them. */
  readonly before?: readonly PlacingPin[];
}

export interface Placed {
  readonly party: string;
  readonly slot: string;
  readonly worse: boolean;
  /** Two others it could have beside the plan as it stands, best first; nothing is kept there. */
  readonly others: readonly string[];
}

export interface Unplaced {
  readonly party: string;
  /** `no-option`: it has none at all; `no-room`: others came first; `together`: one of those it goes with fits nowhere. */
  readonly why: 'no-option' | 'no-room' | 'together' | 'pinned';
}

/** A whole answer: every party is in one of the lists, in the order of the problem. */
export interface Plan {
  /** No fairer and no cheaper plan exists. `false` when the search ended at its limit: every promise but this one holds. */
  readonly proven: boolean;
  /**
   * Nobody could have been spared more fairly, whether or not the days could lie nearer. Plans that were kept before it
   * was told have none.
   */
  readonly fairest?: boolean;
  readonly placed: readonly Placed[];
  readonly unplaced: readonly Unplaced[];
  /** Pins that break a capacity or an option; nothing else is planned around them until a person mends them. */
  readonly badPins: readonly { readonly party: string; readonly why: 'no-room' | 'not-an-option' | 'split' }[];
}
