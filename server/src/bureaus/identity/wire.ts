import type { StaffRole } from '../../platform/auth/current';
import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith } from '../../platform/bureau-http/bureau-reply';
import type { IdentityAnswer, KinshipAnswer, NamedNumber, StaffAnswer } from './identity.port';

/** The bureau's names for things (docs/bureaus/identity/interface.md); they stop here. */

export const VERIFY_PATH = '/rzfw/v1/smhy';
export const KINSHIP_PATH = '/rzfw/v1/jhgx';
export const STAFF_PATH = '/rzfw/v1/gzrydl';

/** What has to do with the question asked; every other code is about us or about them. */
const VERIFY_CODES = ['00', '01', '02', '03'];
const KINSHIP_CODES = ['00', '01', '02', '03', '04', '05'];
const STAFF_CODES = ['00', '11', '12'];

const NOT_CONFIRMED = new Map([
  ['01', 'other-name'],
  ['02', 'no-such-number'],
  ['03', 'deceased'],
] as const);
const NOT_KIN = new Map([...NOT_CONFIRMED, ['04', 'registered-otherwise'], ['05', 'not-known']] as const);
const RELATIONS = { child: '01', ward: '02' } as const;
const ROLES = new Map<unknown, StaffRole>([
  ['01', 'operator'],
  ['02', 'street-clerk'],
  ['03', 'auditor'],
]);

export function verifyBody(serial: string, name: string, idNumber: string): object {
  return { YWLSH: serial, XM: name, GMSFHM: idNumber };
}

export function kinshipBody(
  serial: string,
  guardian: NamedNumber,
  of: NamedNumber,
  relation: keyof typeof RELATIONS,
): object {
  return {
    YWLSH: serial,
    JHRXM: guardian.name,
    JHRHM: guardian.idNumber,
    BJHRXM: of.name,
    BJHRHM: of.idNumber,
    GXDM: RELATIONS[relation],
  };
}

export function staffBody(serial: string, workNumber: string, code: string): object {
  return { YWLSH: serial, GH: workNumber, DTM: code };
}

export const readVerifyReply = (reply: BureauReply): BureauAnswer => readReply(reply, VERIFY_CODES);
export const readKinshipReply = (reply: BureauReply): BureauAnswer => readReply(reply, KINSHIP_CODES);
export const readStaffReply = (reply: BureauReply): BureauAnswer => readReply(reply, STAFF_CODES);

/** @param body of an answer `readVerifyReply` called done. */
export function identityAnswer(body: unknown): IdentityAnswer {
  const code = codeOf(body);
  if (code === '00') return { kind: 'confirmed' };
  const because = NOT_CONFIRMED.get(code as '01' | '02' | '03');
  return because === undefined ? { kind: 'unavailable' } : { kind: 'not-confirmed', because };
}

/** @param body of an answer `readKinshipReply` called done. */
export function kinshipAnswer(body: unknown): KinshipAnswer {
  const code = codeOf(body);
  if (code === '00') return { kind: 'yes' };
  const because = NOT_KIN.get(code as '01');
  return because === undefined ? { kind: 'unavailable' } : { kind: 'not-yes', because };
}

/** @param body of an answer `readStaffReply` called done. */
export function staffAnswer(body: unknown): StaffAnswer {
  const code = codeOf(body);
  if (code === '11') return { kind: 'wrong' };
  if (code === '12') return { kind: 'locked' };
  const { XM: name, JSDM: roleCode, JGLB: offices, GMSFHM: idNumber } = body as Record<string, unknown>;
  const role = ROLES.get(roleCode);
  if (typeof name !== 'string' || name === '') throw new BureauNonsense('identity', 'XM');
  if (role === undefined) throw new BureauNonsense('identity', 'JSDM');
  if (!Array.isArray(offices) || !offices.every((each) => typeof each === 'string')) {
    throw new BureauNonsense('identity', 'JGLB');
  }
  // an empty list means the whole city; a clerk without a street would see it by accident
  if (role === 'street-clerk' && offices.length === 0) throw new BureauNonsense('identity', 'JGLB');
  if (idNumber !== undefined && !(typeof idNumber === 'string' && /^\d{17}[\dX]$/.test(idNumber))) {
    throw new BureauNonsense('identity', 'GMSFHM');
  }
  return { kind: 'signed-in', name, role, offices, ...(idNumber !== undefined && { idNumber }) };
}

/** Their code counts, not the status: what did not match comes with 200, and so might an error. */
function readReply({ status, body }: BureauReply, codes: readonly string[]): BureauAnswer {
  const code = codeOf(body);
  if (status === 200 && code !== undefined && codes.includes(code)) return { kind: 'done', body };
  return failedWith(status, code !== undefined && /^\d{2}$/.test(code) ? code : undefined);
}

function codeOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { JGDM: code } = body as Record<string, unknown>;
  return typeof code === 'string' ? code : undefined;
}
