import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith, isRefusal } from '../../platform/bureau-http/bureau-reply';
import { factWords } from '../fact-words';
import type { BureauDecision, BureauEvent, FiledCase, FiledItem, FiledMember } from '../relief-bureau.port';
import { textIn, WireReader } from '../wire-reader';

/** The bureau's words, and the only place that knows them: docs/bureaus/disability-benefits/interface.md. */
export const SUBSIDY_TYPES: Readonly<Record<string, string>> = {
  'disability-living-subsidy': 'LIVING',
  'disability-care-subsidy': 'CARE',
};
const PROGRAMMES = Object.fromEntries(Object.entries(SUBSIDY_TYPES).map(([programme, type]) => [type, programme]));

const RELATIONS: Readonly<Record<FiledMember['relation'], string>> = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  grandparent: '祖父母',
  grandchild: '孙子女',
  sibling: '兄弟姐妹',
  other: '其他',
};

const OUTCOMES = { PASS: 'approved', REJECT: 'refused' } as const;

const DONE = 0;
const ARRIVED = 1;
/** Codes that say nothing about the message: our key, their bad day. */
const NOT_ABOUT_THE_MESSAGE = new Set([40101, 50000]);
const MAX_REMARK = 1000;

export function toApplication({ caseNo, office, applicant, members, items, statement, papers }: FiledCase) {
  return {
    bizNo: caseNo,
    streetCode: office.code,
    streetName: office.name,
    applicant: {
      name: applicant.name,
      idCard: applicant.idNumber,
      mobile: applicant.phone,
      address: applicant.address,
    },
    ...(members.length > 0 ? { familyMembers: members.map(toMember) } : {}),
    subsidies: items.map(toSubsidy),
    ...(statement ? { remark: cut(statement) } : {}),
    ...(papers.length > 0 ? { attachmentNames: papers } : {}),
  };
}

export function toSubsidy({ programme, declared }: FiledItem) {
  return {
    subsidyType: subsidyType(programme),
    declares: declared.map((line) => ({ key: line.fact, title: line.label, value: factWords(line) })),
  };
}

export function toRevocation(programmes?: readonly string[]) {
  return programmes === undefined ? {} : { subsidyTypes: programmes.map(subsidyType) };
}

/** A 200 is done only when the code inside says so; a 4xx is a refusal only in the bureau's own words. */
export function readAnswer({ status, body }: BureauReply): BureauAnswer {
  if (body === undefined) return failedWith(status);
  const reader = new WireReader('disability-benefits', body);
  const code = reader.integer('code');
  if (status === 200 && code === DONE) return { kind: 'done', body };
  if (status === 202 && code === ARRIVED) return { kind: 'pending' };
  if (!isRefusal(status) || NOT_ABOUT_THE_MESSAGE.has(code)) return failedWith(status, String(code));
  return { kind: 'rejected', code: String(code), ...(reader.has('message') ? { words: reader.text('message') } : {}) };
}

export function caseIn(body: unknown): string | undefined {
  return textIn(body, 'bizNo', 64);
}

export function readEvent(type: string, body: unknown): BureauEvent {
  const data = new WireReader('disability-benefits', body);
  const caseNo = data.text('bizNo', 64);
  switch (type) {
    case 'APPLY_ACCEPTED':
      return { kind: 'accepted', caseNo, on: data.day('acceptDate', 'yyyy-MM-dd') };
    case 'MATERIAL_REQUIRED':
      return {
        kind: 'papers-requested',
        caseNo,
        papers: data.texts('materials'),
        by: data.day('deadline', 'yyyy-MM-dd'),
      };
    case 'MATERIAL_RECEIVED':
      return { kind: 'papers-received', caseNo, papers: data.texts('materials') };
    case 'VISITED':
      return { kind: 'visited', caseNo, on: data.day('visitDate', 'yyyy-MM-dd') };
    case 'RESULT':
      return readDecision(caseNo, data);
    default:
      throw new BureauNonsense('disability-benefits', 'type');
  }
}

function readDecision(caseNo: string, data: WireReader): BureauDecision {
  const outcome = data.code('result', OUTCOMES);
  const decision = {
    kind: 'decided' as const,
    caseNo,
    programme: data.code('subsidyType', PROGRAMMES),
    on: data.day('resultDate', 'yyyy-MM-dd'),
  };
  if (outcome === 'refused')
    return {
      ...decision,
      outcome,
      clause: { text: data.text('reason', 1000), ...(data.has('reasonCode') && { id: data.text('reasonCode', 12) }) },
    };
  return {
    ...decision,
    outcome,
    amount: { fen: data.fen('standard'), per: 'person-month' },
    from: data.firstOfMonth('startMonth', 'yyyy-MM-dd'),
  };
}

function toMember({ name, idNumber, relation }: FiledMember) {
  return { name, idCard: idNumber, relation: RELATIONS[relation] };
}

/** Their field is shorter than ours; an application is not refused for its last words. */
function cut(statement: string): string {
  const letters = [...statement];
  return letters.length <= MAX_REMARK ? statement : `${letters.slice(0, MAX_REMARK - 1).join('')}…`;
}

/** @throws RangeError for a programme this bureau does not know: it should never have been filed here. */
function subsidyType(programme: string): string {
  const type = SUBSIDY_TYPES[programme];
  if (type === undefined) throw new RangeError(`disability-benefits does not take ${programme}`);
  return type;
}
