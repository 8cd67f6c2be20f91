import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { WireReader } from '../wire-reader';

/** How it stands with one grown-up's 核对授权. It says nothing of what was looked up. */
export interface AuthorisationMessage {
  readonly type: 'AUTHORISATION';
  readonly data: {
    readonly name: string;
    readonly idNumber: string;
    readonly state: 'signed' | 'withdrawn' | 'at-desk-wished' | 'unreachable' | 'will-not-sign' | 'not-signed';
    /** Of `signed`. */
    readonly way?: 'own-phone' | 'this-phone' | 'desk';
    /** Why, in the applicant's words. */
    readonly reason?: string;
    /** Said on a phone of their own: it is not to be told to those they live with. */
    readonly inConfidence: boolean;
  };
}

/** They signed before a clerk, ID in hand. */
export interface SignedAtDesk {
  readonly kind: 'signed-at-desk';
  readonly caseNo: string;
  readonly idNumber: string;
  readonly on: CivilDate;
}

/** Staff decided that the case goes on without this signature, and why (policy-facts J4). */
export interface GoOnWithout {
  readonly kind: 'go-on-without';
  readonly caseNo: string;
  readonly idNumber: string;
  readonly reason: string;
}

export function authorisationData({ way, reason, ...data }: AuthorisationMessage['data']): object {
  return { ...data, ...(way && { way }), ...(reason && { reason }) };
}

export function readSignedAtDesk(caseNo: string, data: WireReader): SignedAtDesk {
  return { kind: 'signed-at-desk', caseNo, idNumber: data.text('idNumber', 18), on: data.day('on', 'yyyy-MM-dd') };
}

export function readGoOnWithout(caseNo: string, data: WireReader): GoOnWithout {
  return { kind: 'go-on-without', caseNo, idNumber: data.text('idNumber', 18), reason: data.text('reason', 200) };
}
