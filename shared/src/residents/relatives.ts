/** 近亲属, 民法典 第一千零四十五条: what whoever asks is to the one who died. Nobody else has the right (个人信息保护法 第四十九条). */
export const KINSHIPS = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'maternal-grandparent',
  'grandchild',
  'daughters-child',
] as const;
export type Kinship = (typeof KINSHIPS)[number];

/** By which somebody's death is seen at the desk. 示例，待民政局核定. */
export const DEATH_PAPERS = ['death-certificate', 'cremation-certificate', 'registration-cancelled'] as const;
export type DeathPaper = (typeof DEATH_PAPERS)[number];

/** By which the kinship is seen at the desk. 示例，待民政局核定. */
export const KIN_PAPERS = [
  'household-book',
  'marriage-certificate',
  'birth-certificate',
  'notarial-deed',
  'court-paper',
] as const;
export type KinPaper = (typeof KIN_PAPERS)[number];

/** 查阅、复制 · 更正 · 删除. */
export const RELATIVES_ASK = ['copy', 'correction', 'deletion'] as const;
export type RelativesAsk = (typeof RELATIVES_ASK)[number];

export const DECEASED_REQUEST_STATES = ['recorded', 'answered', 'refused', 'withdrawn'] as const;
export type DeceasedRequestState = (typeof DECEASED_REQUEST_STATES)[number];

/** `GET /me/kin-wish`. */
export interface KinWishView {
  /** 死者生前另有安排: their relatives get nothing of theirs here. */
  readonly withheld: boolean;
  /** It is said where their name was first confirmed; on this account it is not theirs to say. */
  readonly sayable: boolean;
}
