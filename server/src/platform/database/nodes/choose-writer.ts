/** What a node says of itself. */
export interface NodeSays {
  /** Of this life of the node: one that was started again is another. */
  readonly uuid: string;
  /** It belongs to the part of the cluster that has the majority, and takes statements. */
  readonly serves: boolean;
  /** It has applied all there is, so that everything may begin to go there. */
  readonly isUpToDate: boolean;
  /** Whom the cluster's own row names as the writer; none when nobody was named yet. */
  readonly writer?: string;
}

/** Where to write, and whether the row has to be changed to say so first. */
export interface Choice {
  readonly at: number;
  readonly claims: boolean;
}

/**
 * The node that the row names, as long as it serves: also one that became the writer while we were not looking, and
 * whatever is first in our own list. So all processes write to one, and nobody goes back when a dead one returns.
 * Where the named one does not serve, the first that is up to date is proposed.
 * @param says by the order of DATABASE_URL; undefined where a node did not answer.
 */
export function chooseWriter(says: readonly (NodeSays | undefined)[]): Choice | undefined {
  const serving = says.flatMap((each, at) => (each?.serves ? [{ ...each, at }] : []));
  const named = serving.find(({ uuid }) => serving.some(({ writer }) => writer === uuid));
  if (named) return { at: named.at, claims: false };
  const first = serving.find(({ isUpToDate }) => isUpToDate);
  return first && { at: first.at, claims: true };
}
