import type { Group } from './placing-groups';

/**
 * Groups by the slots they could share: whoever has no slot in common, not even by way of others, never stands in
 * another's way, so each of the sets is a question of its own. Groups that have no slot at all are in none.
 */
export function apart(groups: readonly Group[]): readonly (readonly Group[])[] {
  const leads = new Map<string, string>();
  const leadOf = (slot: string): string => {
    const next = leads.get(slot) ?? slot;
    if (next === slot) return slot;
    const lead = leadOf(next);
    leads.set(slot, lead);
    return lead;
  };
  for (const { options } of groups) {
    const [first, ...others] = options;
    for (const { slot } of others) if (first) leads.set(leadOf(slot), leadOf(first.slot));
  }
  const sets = new Map<string, Group[]>();
  for (const group of groups) {
    const [first] = group.options;
    if (!first) continue;
    const lead = leadOf(first.slot);
    const set = sets.get(lead);
    if (set) set.push(group);
    else sets.set(lead, [group]);
  }
  return [...sets.values()];
}
