/**
 * Once it is over, one question how it went, and one some weeks later how they are. Each may be left out, and then it is
 * not asked again. Never where somebody died.
 */
export type RatingView =
  | { readonly state: 'offered' }
  | { readonly state: 'given'; readonly score: Score; readonly at: string }
  | { readonly state: 'skipped'; readonly at: string };

export type Score = 1 | 2 | 3 | 4 | 5;

/** 回访. */
export type FollowUpView =
  | { readonly state: 'asked'; readonly askedAt: string }
  | { readonly state: 'answered'; readonly answer: FollowUpAnswer; readonly at: string }
  | { readonly state: 'skipped'; readonly at: string };

export const FOLLOW_UP_ANSWERS = ['better', 'same', 'worse'] as const;
export type FollowUpAnswer = (typeof FOLLOW_UP_ANSWERS)[number];

/** What is about a death is asked nothing (design §9: bereavement has no rating prompt). */
const GRIEF: readonly string[] = ['funeral-subsidy', 'eco-burial-reward'];

export function isGrief(programmes: readonly string[]): boolean {
  return programmes.some((code) => GRIEF.includes(code));
}
