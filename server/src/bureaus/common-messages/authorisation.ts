import type { AskedWay } from '@jinmen/shared/applications/adults';
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
    /** Signed on the phone of whoever applied, who is somebody else: nothing is looked up before you have asked them. */
    readonly unasked?: boolean;
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

/** They were asked, by a clerk, whether the signature on the applicant's phone is theirs, and that they agree. */
export interface SignerAsked {
  readonly kind: 'signer-asked';
  readonly caseNo: string;
  readonly idNumber: string;
  readonly on: CivilDate;
  readonly how: AskedWay;
  readonly theirs: boolean;
}

/** Staff decided that the case goes on without this signature, and why (policy-facts J4). */
export interface GoOnWithout {
  readonly kind: 'go-on-without';
  readonly caseNo: string;
  readonly idNumber: string;
  readonly reason: string;
}

export function authorisationData({ way, unasked, reason, ...data }: AuthorisationMessage['data']): object {
  return { ...data, ...(way && { way }), ...(unasked && { unasked }), ...(reason && { reason }) };
}

export function readSignedAtDesk(caseNo: string, data: WireReader): SignedAtDesk {
  return { kind: 'signed-at-desk', caseNo, idNumber: data.text('idNumber', 18), on: data.day('on', 'yyyy-MM-dd') };
}

const SAID = { yes: true, no: false } as const;
const HOW = { 'in-person': 'in-person', 'by-phone': 'by-phone' } as const;

export function readSignerAsked(caseNo: string, data: WireReader): SignerAsked {
  const [how, theirs] = [data.code<AskedWay>('how', HOW), data.code<boolean>('said', SAID)];
  return {
    kind: 'signer-asked',
    caseNo,
    idNumber: data.text('idNumber', 18),
    on: data.day('on', 'yyyy-MM-dd'),
    how,
    theirs,
  };
}

export function readGoOnWithout(caseNo: string, data: WireReader): GoOnWithout {
  return { kind: 'go-on-without', caseNo, idNumber: data.text('idNumber', 18), reason: data.text('reason', 200) };
}
