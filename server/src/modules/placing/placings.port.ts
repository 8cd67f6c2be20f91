import type { PlacingProblem, Plan } from '@jinmen/shared/replacing/placing';

/** There is no plan: its thread ended, or the time was over. */
export class NoPlan extends Error {}

/** Plans for everybody who lost their time, made in a thread of its own (docs/adr/0020). */
export abstract class Placings {
  /**
   * The same problem asked for again while it is being solved is solved once.
   * @param withinMs for whom an older way is better than waiting longer: others may be planned for before.
   * @throws NoPlan when that thread ended (the next plan has a new one), or there is no plan in that time.
   */
  abstract solve(problem: PlacingProblem, withinMs?: number): Promise<Plan>;
}
