import type { PayeeCard, PayeeChoice, PayeeOwner } from '@jinmen/shared/applications/payee';

export type Way = PayeeCard | 'no-card' | 'card-frozen';
export const WAYS: readonly Way[] = ['social-security-card', 'bank-card', 'no-card', 'card-frozen'];

export type Choice = PayeeChoice;

/** What stands on the page. `owner`: `applicant`, `guardian` (of a ward: whoever files) or the id of a member. */
export interface Typed {
  readonly way: Way;
  readonly owner: string;
  readonly number: string;
}

/** Whether the way asks for an account at all. */
export function isCard(way: Way): way is PayeeCard {
  return way === 'social-security-card' || way === 'bank-card';
}

export function choiceOf({ way, owner, number }: Typed): Choice {
  if (!isCard(way)) return { way: 'street', trouble: way };
  return { way: 'account', owner: ownerOf(owner), card: way, number };
}

function ownerOf(owner: string): PayeeOwner {
  if (owner === 'guardian') return { kind: 'guardian' };
  return owner === 'applicant' ? { kind: 'applicant' } : { kind: 'household-member', member: owner };
}
