/** Everybody the matrix knows. `owner` is whose thing it is; what else they are to it, the thing itself says. */
export const CALLERS = [
  'owner',
  'other',
  'guardian',
  'helper',
  'former-helper',
  'clerk',
  'clerk-elsewhere',
  'operator',
  'auditor',
  'anonymous',
] as const;

export type Caller = (typeof CALLERS)[number];
export const RESIDENTS = ['owner', 'other', 'guardian', 'helper', 'former-helper'] as const;
export type ResidentCaller = (typeof RESIDENTS)[number];

/**
 * What becomes of a request: `in` is 2xx · `own` is 2xx with nothing of the owner's in it · `none` is what a random id
 * gets, to the byte · `apart` is not asked, because they would do the same for themselves · or a plain refusal.
 */
export type Outcome = 'in' | 'own' | 'none' | 'apart' | 401 | 403;

/** On whose behalf a relief application was typed. */
export type Whose = 'own' | 'ward' | 'helped' | 'helped-before';

const all = (outcome: Outcome) => Object.fromEntries(CALLERS.map((caller) => [caller, outcome])) as Outcomes;
export type Outcomes = Readonly<Record<Caller, Outcome>>;
const STRANGERS = { other: 'none', guardian: 'none', helper: 'none', 'former-helper': 'none' } as const;
const OTHERS_FOR_THEMSELVES = { other: 'own', guardian: 'own', helper: 'own', 'former-helper': 'own' } as const;
const APART = { other: 'apart', guardian: 'apart', helper: 'apart', 'former-helper': 'apart' } as const;
const NOBODY = all(401);
const ROLES = ['clerk', 'clerk-elsewhere', 'operator', 'auditor'] as const;

/** Of staff: the clerk of the street, one of another street, an operator, an auditor. */
function staff(clerk: Outcome, elsewhere: Outcome, operator: Outcome, auditor: Outcome): Outcomes {
  return { ...NOBODY, clerk, 'clerk-elsewhere': elsewhere, operator, auditor };
}

/**
 * Who may do what, said once and apart from the server: a route has one of these, chosen by a person who read it.
 * A session of the wrong kind is none: 401.
 */
export const POLICIES = {
  /** Nobody is asked who they are. */
  public: all('in'),
  /** As above, but a session that comes must be a resident's. */
  anyone: { ...all('in'), ...Object.fromEntries(ROLES.map((role) => [role, 401])) } as Outcomes,
  /** A list or an act of one's own account. */
  'own-list': { ...NOBODY, owner: 'in', ...OTHERS_FOR_THEMSELVES },
  'own-act': { ...NOBODY, owner: 'in', ...APART },
  /** A thing with an id. */
  'owner-only': { ...NOBODY, owner: 'in', ...STRANGERS },
  /** Whoever holds the one-use link, signed in; a link nobody made is none. */
  'link-holder': { ...NOBODY, owner: 'in', ...APART },
  /** Signed by the bureau; no session of ours is worth anything there. */
  bureau: NOBODY,
  'every-staff': staff('in', 'in', 'in', 'in'),
  'operator-only': staff(403, 403, 'in', 403),
  'operator-and-auditor': staff(403, 403, 'in', 'in'),
  'auditor-only': staff(403, 403, 403, 'in'),
  'clerks-only': staff('in', 'in', 403, 403),
  'operator-and-clerks': staff('in', 'in', 'in', 403),
  'operator-and-clerk-of-office': staff('in', 'none', 'in', 403),
} as const satisfies Readonly<Record<string, Outcomes>>;

export type Policy = keyof typeof POLICIES | 'application';

/** Whose an application is: see `ApplicationAccess`. The one who is helped is its owner, whoever typed it. */
const APPLICATION: Readonly<Record<Whose, Outcomes>> = {
  own: POLICIES['owner-only'],
  ward: { ...NOBODY, ...STRANGERS, owner: 'none', guardian: 'in' },
  helped: { ...POLICIES['owner-only'], helper: 'in' },
  'helped-before': POLICIES['owner-only'],
};

export function outcomesOf(policy: Policy, whose: Whose = 'own'): Outcomes {
  return policy === 'application' ? APPLICATION[whose] : POLICIES[policy];
}
