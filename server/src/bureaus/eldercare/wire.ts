import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith, isRefusal } from '../../platform/bureau-http/bureau-reply';
import { factWords } from '../fact-words';
import type { BureauDecision, BureauEvent, FiledCase, FiledItem, FiledMember } from '../relief-bureau.port';
import { textIn, WireReader } from '../wire-reader';

/** The bureau's words, and the only place that knows them: docs/bureaus/eldercare/interface.md. */
export const SUBSIDIES: Readonly<Record<string, string>> = {
  'old-age-allowance': 'GLJT',
  'elder-care-service-subsidy': 'FWBT',
  'elder-nursing-subsidy': 'HLBT',
  'elder-meal-subsidy': 'ZCBT',
};
const PROGRAMMES = Object.fromEntries(Object.entries(SUBSIDIES).map(([programme, subsidy]) => [subsidy, programme]));

/** Seen from the old person. */
const RELATIONS: Readonly<Record<FiledMember['relation'], string>> = {
  spouse: 'PEIOU',
  child: 'ZINV',
  parent: 'FUMU',
  grandparent: 'QITA',
  grandchild: 'SUNZINV',
  sibling: 'XIONGDIJIEMEI',
  other: 'QITA',
};

const OUTCOMES = { TONGYI: 'approved', BUTONGYI: 'refused' } as const;

const DONE = 0;
const ARRIVED = 10;
/** From here on a code says nothing about the message: our key, their bad day. */
const NOT_ABOUT_THE_MESSAGE = 900;

export function toCase({ caseNo, office, applicant, members, items, statement, papers }: FiledCase) {
  return {
    yewuHao: caseNo,
    jiezhen: { bianma: office.code, mingcheng: office.name },
    laoren: {
      xingming: applicant.name,
      zhengjianHao: applicant.idNumber,
      lianxiDianhua: applicant.phone,
      zhuzhi: applicant.address,
    },
    ...(members.length > 0 ? { jiashu: members.map(toMember) } : {}),
    butie: items.map(toItem),
    ...(statement ? { shuoming: statement } : {}),
    ...(papers.length > 0 ? { cailiao: papers } : {}),
  };
}

export function toItem({ programme, declared }: FiledItem) {
  return {
    leixing: subsidyOf(programme),
    qingkuang: declared.map((line) => ({ bianma: line.fact, mingcheng: line.label, neirong: factWords(line) })),
  };
}

export function toWithdrawal(programmes?: readonly string[]) {
  return programmes === undefined ? {} : { leixing: programmes.map(subsidyOf) };
}

/** A 200 is done only when the code inside says so; a 4xx is a refusal only in the bureau's own words. */
export function readAnswer({ status, body }: BureauReply): BureauAnswer {
  if (body === undefined) return failedWith(status);
  const reader = new WireReader('eldercare', body);
  const code = reader.integer('jieguo');
  if (status === 200 && code === DONE) return { kind: 'done', body };
  if (status === 202 && code === ARRIVED) return { kind: 'pending' };
  if (!isRefusal(status) || code >= NOT_ABOUT_THE_MESSAGE) return failedWith(status, String(code));
  return { kind: 'rejected', code: String(code), ...(reader.has('xiaoxi') ? { words: reader.text('xiaoxi') } : {}) };
}

export function caseIn(body: unknown): string | undefined {
  return textIn(body, 'yewuHao', 64);
}

export function readEvent(type: string, body: unknown): BureauEvent {
  const data = new WireReader('eldercare', body);
  const caseNo = data.text('yewuHao', 64);
  switch (type) {
    case 'SHOULI':
      return { kind: 'accepted', caseNo, on: data.day('shouliRi', 'yyyyMMdd') };
    case 'BUCAILIAO':
      return { kind: 'papers-requested', caseNo, papers: data.texts('cailiao'), by: data.day('jiezhiRi', 'yyyyMMdd') };
    case 'SHOUDAO':
      return { kind: 'papers-received', caseNo, papers: data.texts('cailiao') };
    case 'PINGGU':
      return { kind: 'visited', caseNo, on: data.day('pingguRi', 'yyyyMMdd') };
    case 'JUEDING':
      return readDecision(caseNo, data);
    default:
      throw new BureauNonsense('eldercare', 'type');
  }
}

/** The meal subsidy is taken off at the till: its decision names no sum. */
function readDecision(caseNo: string, data: WireReader): BureauDecision {
  const outcome = data.code('jielun', OUTCOMES);
  const decision = {
    kind: 'decided' as const,
    caseNo,
    programme: data.code('leixing', PROGRAMMES),
    on: data.day('juedingRi', 'yyyyMMdd'),
  };
  if (outcome === 'refused') return { ...decision, outcome, clause: { text: data.text('liyou', 1000) } };
  return {
    ...decision,
    outcome,
    ...(data.has('jineFen') ? { amount: { fen: data.count('jineFen'), per: 'person-month' } } : {}),
    ...(data.has('qifaYue') ? { from: data.firstOfMonth('qifaYue', 'yyyyMMdd') } : {}),
  };
}

function toMember({ name, idNumber, relation }: FiledMember) {
  return { xingming: name, zhengjianHao: idNumber, guanxi: RELATIONS[relation] };
}

/** @throws RangeError for a programme this bureau does not know: it should never have been filed here. */
function subsidyOf(programme: string): string {
  const subsidy = SUBSIDIES[programme];
  if (subsidy === undefined) throw new RangeError(`eldercare does not take ${programme}`);
  return subsidy;
}
