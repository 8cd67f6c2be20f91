/** `samePersonIf` of relief that goes to one person each: of whom lives alone, it is the same one. Nothing else asks it. */
export const ALONE_AT_HOME = { fact: 'household.memberCount', is: 1 } as const;
