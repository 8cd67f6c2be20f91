import type { ApplicationListItem } from '@jinmen/shared/applications/views';

export type GroupName = 'you' | 'open' | 'done' | 'draft';

export interface Group {
  readonly name: GroupName;
  readonly items: readonly ApplicationListItem[];
}

const ORDER: readonly GroupName[] = ['you', 'open', 'draft', 'done'];

/** What waits for the resident first, what is over last; the newest first in each. A group without anything is left out. */
export function groupsOf(items: readonly ApplicationListItem[]): readonly Group[] {
  const newest = [...items].sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
  return ORDER.map((name) => ({ name, items: newest.filter((item) => groupOf(item) === name) })).filter(
    (group) => group.items.length > 0,
  );
}

function groupOf({ state, waitsForYou }: ApplicationListItem): GroupName {
  if (state === 'draft') return 'draft';
  if (state !== 'open') return 'done';
  return waitsForYou ? 'you' : 'open';
}
