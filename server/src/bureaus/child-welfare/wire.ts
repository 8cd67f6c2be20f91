import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith, isRefusal } from '../../platform/bureau-http/bureau-reply';
import { factWords } from '../fact-words';
import type { BureauDecision, BureauEvent, FiledCase, FiledItem, FiledMember } from '../relief-bureau.port';
import { textIn, WireReader } from '../wire-reader';

/** The bureau's words, and the only place that knows them: docs/bureaus/child-welfare/interface.md. */
export const BENEFITS: Readonly<Record<string, string>> = {
  'orphan-living-allowance': 'B01',
  'de-facto-unattended-child-allowance': 'B02',
};
const PROGRAMMES = Object.fromEntries(Object.entries(BENEFITS).map(([programme, benefit]) => [benefit, programme]));

/** Seen from the child. */
const RELATIONS: Readonly<Record<FiledMember['relation'], string>> = {
  spouse: 'other',
  child: 'other',
  parent: 'parent',
  grandparent: 'grandparent',
  grandchild: 'other',
  sibling: 'sibling',
  other: 'other',
};

const OUTCOMES = { granted: 'approved', denied: 'refused' } as const;

/** Codes that say nothing about the message: our key, their bad day. */
const NOT_ABOUT_THE_MESSAGE = new Set(['SIGNATURE', 'BUSY']);

export function toCase({ caseNo, office, applicant, members, items, statement, papers }: FiledCase) {
  return {
    case_no: caseNo,
    town: { code: office.code, name: office.name },
    child: { name: applicant.name, id_card: applicant.idNumber },
    contact: { phone: applicant.phone, address: applicant.address },
    ...(members.length > 0 ? { family: members.map(toMember) } : {}),
    items: items.map(toItem),
    ...(statement ? { note: statement } : {}),
    ...(papers.length > 0 ? { materials: papers } : {}),
  };
}

export function toItem({ programme, declared }: FiledItem) {
  return {
    benefit: benefitOf(programme),
    declared: declared.map((line) => ({ code: line.fact, title: line.label, value: factWords(line) })),
  };
}

export function toWithdrawal(programmes?: readonly string[]) {
  return programmes === undefined ? {} : { benefits: programmes.map(benefitOf) };
}

/** A 200 is done only when the status inside says so; a 4xx is a refusal only in the bureau's own words. */
export function readAnswer({ status, body }: BureauReply): BureauAnswer {
  if (body === undefined) return failedWith(status);
  const reader = new WireReader('child-welfare', body);
  const said = reader.text('status', 10);
  if (status === 200 && said === 'OK') return { kind: 'done', body };
  if (status === 202 && said === 'RECEIVED') return { kind: 'pending' };
  const code = textIn(body, 'code', 20);
  if (!isRefusal(status) || code === undefined || NOT_ABOUT_THE_MESSAGE.has(code)) return failedWith(status, code);
  return { kind: 'rejected', code, ...(reader.has('message') ? { words: reader.text('message') } : {}) };
}

export function caseIn(body: unknown): string | undefined {
  return textIn(body, 'case_no', 64);
}

export function readEvent(type: string, body: unknown): BureauEvent {
  const data = new WireReader('child-welfare', body);
  const caseNo = data.text('case_no', 64);
  switch (type) {
    case 'case.accepted':
      return { kind: 'accepted', caseNo, on: data.day('accepted_on', 'yyyy-MM-dd') };
    case 'materials.needed':
      return {
        kind: 'papers-requested',
        caseNo,
        papers: data.texts('materials'),
        by: data.day('until', 'yyyy-MM-dd'),
      };
    case 'materials.taken':
      return { kind: 'papers-received', caseNo, papers: data.texts('materials') };
    case 'child.seen':
      return { kind: 'visited', caseNo, on: data.day('seen_on', 'yyyy-MM-dd') };
    case 'benefit.decided':
      return readDecision(caseNo, data);
    default:
      throw new BureauNonsense('child-welfare', 'type');
  }
}

function readDecision(caseNo: string, data: WireReader): BureauDecision {
  const outcome = data.code('outcome', OUTCOMES);
  const decision = {
    kind: 'decided' as const,
    caseNo,
    programme: data.code('benefit', PROGRAMMES),
    on: data.day('decided_on', 'yyyy-MM-dd'),
  };
  if (outcome === 'refused') return { ...decision, outcome, clause: { text: data.text('basis', 1000) } };
  return {
    ...decision,
    outcome,
    amount: { fen: data.fen('monthly'), per: 'person-month' },
    from: data.firstOfMonth('from_month', 'yyyy-MM-dd'),
  };
}

function toMember({ name, idNumber, relation }: FiledMember) {
  return { name, id_card: idNumber, relation: RELATIONS[relation] };
}

/** @throws RangeError for a programme this bureau does not know: it should never have been filed here. */
function benefitOf(programme: string): string {
  const benefit = BENEFITS[programme];
  if (benefit === undefined) throw new RangeError(`child-welfare does not take ${programme}`);
  return benefit;
}
