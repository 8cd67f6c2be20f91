/** What somebody is to the one who died, the nearest first. */
export const RELATIONS = ['spouse', 'child', 'parent', 'sibling', 'grandchild', 'other'] as const;
