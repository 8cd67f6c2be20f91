import type { Standing } from './plan';

/** One programme that may be in the plan: a candidate, or one the household has. */
export interface Player {
  readonly code: string;
  readonly standing: Standing | 'held';
  /** Fen a year if granted; absent = nobody can say, `most` infinite = nobody can say how much at most. */
  readonly pays?: { readonly least: number; readonly most: number };
  /** Lists of programmes, of each of which one must be chosen too; what is held has met its own. */
  readonly needs: readonly (readonly string[])[];
}

/** Two that may not both be had. `first` goes before the other; absent = the one that pays more. */
export interface Conflict {
  readonly pair: readonly [string, string];
  readonly first?: string;
}

/** Players tied together, directly or through others, are searched together: at most 2^16 sets, far fewer with conflicts. */
export const MOST_TIED = 16;

/**
 * The best lawful set of players. A set is *lawful* when it has no conflicting pair, one of each list its members need,
 * and nothing more could be added to it. Of two lawful sets the better one, by the first of these that tells them apart:
 * 1. slights the order of fewer pairs: it takes the one that goes second although the first is not *aside*. One is
 *    aside when a chosen one stands against it that it does not go before, or when all of some list it needs are aside.
 *    None is slighted unless what still needs answers turns the rules' order into a circle;
 * 2. gives up fewer held ones whose sum nobody can say;
 * 3. pays more for certain: the least sums, a held one at its most; one that still needs answers counts nothing;
 * 4. pays more at most;
 * 5. has more members;
 * 6. has surer ones: held before likely before the rest;
 * 7. has the programme that stands first in the catalogue among those in which they differ.
 */
export function bestSet(players: readonly Player[], conflicts: readonly Conflict[]): ReadonlySet<string> {
  return new Set(tiedTogether(players, conflicts).flatMap((part) => [...new Search(part, conflicts).best()]));
}

/** The players in groups no conflict and no need leads out of, each in catalogue order. */
export function tiedTogether<P extends Pick<Player, 'code' | 'needs'>>(
  players: readonly P[],
  conflicts: readonly Conflict[],
): readonly (readonly P[])[] {
  const group = new Map(players.map(({ code }, index) => [code, index]));
  const join = (one: string, other: string) => {
    const [kept, gone] = [group.get(one), group.get(other)];
    if (kept === undefined || gone === undefined || kept === gone) return;
    for (const [code, of] of group) if (of === gone) group.set(code, kept);
  };
  for (const { pair } of conflicts) join(...pair);
  for (const { code, needs } of players) for (const other of needs.flat()) join(code, other);
  const groups = [...new Set(group.values())];
  return groups.map((of) => players.filter(({ code }) => group.get(code) === of));
}

class Search {
  private readonly byCode: ReadonlyMap<string, Player>;
  private readonly against: ReadonlyMap<string, readonly Conflict[]>;
  private readonly ordered: readonly Conflict[];
  private readonly chosen = new Set<string>();
  private found: ReadonlySet<string> = new Set();
  private worth: readonly number[] | undefined;

  constructor(
    private readonly players: readonly Player[],
    conflicts: readonly Conflict[],
  ) {
    this.byCode = new Map(players.map((player) => [player.code, player]));
    const within = conflicts.filter(({ pair }) => pair.every((code) => this.byCode.has(code)));
    this.against = new Map(players.map(({ code }) => [code, within.filter(({ pair }) => pair.includes(code))]));
    this.ordered = within.filter(({ first }) => first !== undefined);
  }

  best(): ReadonlySet<string> {
    this.from(0);
    return this.found;
  }

  /** Takes each player before leaving it, so that among equals the set with the earlier programmes is found first. */
  private from(index: number): void {
    const player = this.players[index];
    if (!player) {
      this.compare();
      return;
    }
    if (!this.isAgainstChosen(player.code)) {
      this.chosen.add(player.code);
      this.from(index + 1);
      this.chosen.delete(player.code);
    }
    this.from(index + 1);
  }

  private compare(): void {
    const members = this.players.filter(({ code }) => this.chosen.has(code));
    if (!members.every((player) => this.hasWhatItNeeds(player))) return;
    if (this.players.some((player) => this.couldBeAdded(player))) return;
    const worth = this.worthOf(members);
    if (this.worth && !isMore(worth, this.worth)) return;
    this.worth = worth;
    this.found = new Set(this.chosen);
  }

  private isAgainstChosen(code: string): boolean {
    return this.conflictsOf(code).some((conflict) => this.chosen.has(otherOf(conflict, code)));
  }

  private hasWhatItNeeds({ needs }: Player): boolean {
    return needs.every((list) => list.some((code) => this.chosen.has(code)));
  }

  private couldBeAdded(player: Player): boolean {
    const { code } = player;
    return !this.chosen.has(code) && !this.isAgainstChosen(code) && this.hasWhatItNeeds(player);
  }

  private worthOf(members: readonly Player[]): readonly number[] {
    const total = (of: (player: Player) => number) => members.reduce((sum, player) => sum + of(player), 0);
    return [
      -this.ordered.filter((conflict) => this.slights(conflict)).length,
      total((player) => Number(player.standing === 'held' && certainly(player) === undefined)),
      total((player) => certainly(player) ?? 0),
      total(({ pays }) => (pays ? upTo(pays) : 0)),
      members.length,
      total(({ standing }) => SURENESS[standing]),
    ];
  }

  private slights({ pair, first = '' }: Conflict): boolean {
    const second = pair[0] === first ? pair[1] : pair[0];
    return this.chosen.has(second) && !this.isAside(first);
  }

  private isAside(code: string): boolean {
    const stoodAgainst = this.conflictsOf(code).some(
      (conflict) => conflict.first !== code && this.chosen.has(otherOf(conflict, code)),
    );
    if (stoodAgainst) return true;
    const needs = this.byCode.get(code)?.needs ?? [];
    return needs.some((list) => list.every((other) => !this.byCode.has(other) || this.isAside(other)));
  }

  private conflictsOf(code: string): readonly Conflict[] {
    return this.against.get(code) ?? [];
  }
}

const SURENESS = { held: 2, likely: 1, 'needs-review': 0, 'need-facts': 0 } as const;

/** What can be counted on; undefined for a held one of which nobody can say. */
function certainly({ standing, pays }: Player): number | undefined {
  if (standing === 'held') return pays && Number.isFinite(pays.most) ? pays.most : undefined;
  return pays && standing !== 'need-facts' ? pays.least : 0;
}

function upTo({ least, most }: NonNullable<Player['pays']>): number {
  return Number.isFinite(most) ? most : least;
}

function isMore(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index >= 0 && (one[index] ?? 0) > (other[index] ?? 0);
}

export function otherOf({ pair: [one, other] }: Pick<Conflict, 'pair'>, code: string): string {
  return one === code ? other : one;
}
