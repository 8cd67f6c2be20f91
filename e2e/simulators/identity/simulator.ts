import { type IdNumber, readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { BureauWords } from '../_kit/bureau-gate';
import { today } from '../_kit/clock';
import type { Answer, Route, Routes } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { BadMessage, type Fields, fieldsOf, oneOf, text } from '../_kit/message';
import { type KnownPerson, knownPeople } from '../people';
import { type StaffMember, staff } from '../staff';
import { SignInCodes } from './sign-in-codes';

const say = (JGDM: string, JGMS: string, more: Readonly<Record<string, unknown>> = {}, status = 200): Answer => ({
  status,
  json: { JGDM, JGMS, ...more },
});

export const words: BureauWords = {
  error500: say('99', '系统忙', {}, 500),
  errorIn200: say('99', '系统忙'),
  accepted202: say('99', '系统忙', {}, 202),
  wrongSignature: say('91', '签名不对', {}, 401),
  otherMessage: say('90', '报文不对', {}, 409),
};

const ROLES: Readonly<Record<StaffMember['role'], string>> = { operator: '01', 'street-clerk': '02', auditor: '03' };

interface Registered {
  readonly name: string;
  readonly deceased: boolean;
}

/** Everybody the register has: the people and those they live with. */
const register: ReadonlyMap<string, Registered> = new Map(
  knownPeople.flatMap((person) => [
    [person.idNumber, { name: person.registeredAs ?? person.realName, deceased: person.deceased ?? false }] as const,
    ...person.members.map(({ idNumber, name }) => [idNumber, { name, deceased: false }] as const),
  ]),
);

interface Identity {
  readonly routes: Routes;
  readonly codes: SignInCodes;
  /** Who died since the first day, by number: their registration is cancelled from now on. */
  readonly died: Set<string>;
  reset(): void;
}

/** 实名认证服务, as docs/bureaus/identity/interface.md describes it. It only answers: nothing is changed by asking. */
export function identity(journal: Journal): Identity {
  const codes = new SignInCodes();
  const died = new Set<string>();
  return {
    codes,
    died,
    reset: () => {
      codes.reset();
      died.clear();
    },
    routes: {
      'POST /rzfw/v1/smhy': answering((body) => {
        text(body, 'YWLSH', 64);
        return verify(died, text(body, 'XM', 64), text(body, 'GMSFHM', 18));
      }),
      'POST /rzfw/v1/jhgx': answering((body) => {
        text(body, 'YWLSH', 64);
        const [guardian, of] = [
          [text(body, 'JHRXM', 64), text(body, 'JHRHM', 18)],
          [text(body, 'BJHRXM', 64), text(body, 'BJHRHM', 18)],
        ] as const;
        return kinship(died, guardian, of, oneOf(body, 'GXDM', ['01', '02']));
      }),
      'POST /rzfw/v1/gzrydl': answering((body) => {
        text(body, 'YWLSH', 64);
        return signIn(codes, journal, text(body, 'GH', 20), text(body, 'DTM', 6));
      }),
    },
  };
}

function verify(died: ReadonlySet<string>, name: string, idNumber: string): Answer {
  const { birth, sex } = mustBeANumber(idNumber, 'GMSFHM');
  const match = { XB: sex === 'male' ? '1' : '2', CSRQ: birth.replaceAll('-', '') };
  return notThem(died, name, idNumber) ?? say('00', '一致', match);
}

function mustBeANumber(idNumber: string, field: string): IdNumber {
  const read = readIdNumber(idNumber, today());
  if (idNumber.length !== 18 || 'problem' in read) throw new BadMessage(field);
  return read;
}

/** Why the name does not belong to the number; none: it does. */
function notThem(died: ReadonlySet<string>, name: string, idNumber: string): Answer | undefined {
  const found = register.get(idNumber);
  if (!found) return say('02', '查无此号码');
  if (found.name !== name) return say('01', '姓名不一致');
  return found.deceased || died.has(idNumber) ? say('03', '已注销') : undefined;
}

/** Whether the first is the second's parent; nobody here is anybody's ward by a court. */
function kinship(
  died: ReadonlySet<string>,
  [, guardian]: NameAndNumber,
  [name, idNumber]: NameAndNumber,
  relation: '01' | '02',
): Answer {
  mustBeANumber(idNumber, 'BJHRHM');
  const not = notThem(died, name, idNumber);
  if (not) return not;
  const parents = relation === '01' ? knownPeople.filter((person) => hasChild(person, idNumber)) : [];
  if (parents.some((parent) => isOrLivesWith(parent, guardian))) return say('00', '是');
  return parents.length > 0 ? say('04', '登记的不是这样') : say('05', '没有登记');
}

type NameAndNumber = readonly [name: string, idNumber: string];

function hasChild({ members }: KnownPerson, idNumber: string): boolean {
  return members.some((each) => each.relation === 'child' && each.idNumber === idNumber && !each.kinshipUnknown);
}

/** A spouse of the parent is a parent here too. */
function isOrLivesWith(parent: KnownPerson, idNumber: string): boolean {
  const spouses = parent.members.filter(({ relation }) => relation === 'spouse');
  return [parent, ...spouses].some((each) => each.idNumber === idNumber);
}

function signIn(codes: SignInCodes, journal: Journal, number: string, code: string): Answer {
  const member = staff.find((each) => each.number === number);
  const outcome = member ? codes.try(number, code) : 'wrong';
  if (outcome === 'locked') return say('12', '请 15 分钟后再试');
  if (!member || outcome === 'wrong') return say('11', '工号或动态码不对');
  journal.effect({ bureau: 'identity', kind: 'staff-signed-in', facts: { number } });
  return say('00', '通过', {
    XM: member.name,
    JSDM: ROLES[member.role],
    JGLB: member.offices.map((office) => office.code),
    GMSFHM: member.idNumber,
  });
}

function answering(work: (body: Fields) => Answer): Route {
  return (request) => {
    try {
      return work(fieldsOf(request.body));
    } catch (error) {
      if (error instanceof BadMessage) return say('90', '报文不对', {}, 400);
      throw error;
    }
  };
}
