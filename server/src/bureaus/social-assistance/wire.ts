import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith, isRefusal } from '../../platform/bureau-http/bureau-reply';
import { factWords } from '../fact-words';
import type { BureauDecision, BureauEvent, FiledCase, FiledItem, FiledMember } from '../relief-bureau.port';
import { textIn, WireReader } from '../wire-reader';
import type { CheckResult } from './social-assistance.port';

/** The bureau's words, and the only place that knows them: docs/bureaus/social-assistance/interface.md. */
export const ITEM_CODES: Readonly<Record<string, string>> = {
  'minimum-living-allowance': 'SH01',
  'single-person-minimum-living-allowance': 'SH02',
  'low-income-margin': 'SH03',
  'special-hardship-support': 'SH04',
  'rigid-expenditure-hardship': 'SH05',
  'temporary-assistance': 'SH06',
};
const PROGRAMMES = Object.fromEntries(Object.entries(ITEM_CODES).map(([programme, code]) => [code, programme]));

const RELATIONS: Readonly<Record<FiledMember['relation'], string>> = {
  spouse: '10',
  child: '20',
  grandchild: '40',
  parent: '50',
  grandparent: '60',
  sibling: '70',
  other: '80',
};

const PER = { HY: 'household-month', RY: 'person-month', YC: 'once' } as const;
const OUTCOMES = { '1': 'approved', '2': 'refused' } as const;

const DONE = '0000';
const ARRIVED = '0001';
/** Codes that say nothing about the message: our key, their bad day. */
const NOT_ABOUT_THE_MESSAGE = new Set(['9001', '9999']);

export function toCase({ caseNo, office, applicant, members, items, statement, papers, meansAuthorised }: FiledCase) {
  return {
    wbywh: caseNo,
    sldw: { dm: office.code, mc: office.name },
    sqr: { xm: applicant.name, sfzh: applicant.idNumber, lxdh: applicant.phone, jzdz: applicant.address },
    ...(members.length > 0 ? { jtcy: members.map(toMember) } : {}),
    sqsx: items.map(toItem),
    ...(statement ? { qksm: statement } : {}),
    ...(papers.length > 0 ? { clqd: papers } : {}),
    hdsq: meansAuthorised ? '1' : '0',
  };
}

export function toItem({ programme, declared }: FiledItem) {
  return {
    sxdm: itemCode(programme),
    sbxx: declared.map((line) => ({ xmdm: line.fact, xmmc: line.label, sbz: factWords(line) })),
  };
}

export function toWithdrawal(programmes?: readonly string[]) {
  return programmes === undefined ? {} : { sxdm: programmes.map(itemCode) };
}

export function toCheck({ checkNo, on, outcome, facts, why }: CheckResult) {
  const both = { hdbh: checkNo, hdzt: outcome === 'finished' ? '01' : '02', hdrq: on.replaceAll('-', '') };
  if (outcome === 'impossible') return { ...both, ...(why ? { sm: why } : {}) };
  return {
    ...both,
    hdmx: facts.map((line) => ({ xmdm: line.fact, xmmc: line.label, hdz: factWords(line), ly: line.from })),
  };
}

/** A 200 is done only when the code inside says so; a 4xx is a refusal only in the bureau's own words. */
export function readAnswer({ status, body }: BureauReply): BureauAnswer {
  if (body === undefined) return failedWith(status);
  const reader = new WireReader('social-assistance', body);
  const code = reader.text('jgdm', 4);
  if (status === 200 && code === DONE) return { kind: 'done', body };
  if (status === 202 && code === ARRIVED) return { kind: 'pending' };
  if (!isRefusal(status) || NOT_ABOUT_THE_MESSAGE.has(code)) return failedWith(status, code);
  return { kind: 'rejected', code, ...(reader.has('jgms') ? { words: reader.text('jgms') } : {}) };
}

export function caseIn(body: unknown): string | undefined {
  return textIn(body, 'wbywh', 64);
}

export function readEvent(type: string, body: unknown): BureauEvent {
  const data = new WireReader('social-assistance', body);
  const caseNo = data.text('wbywh', 64);
  switch (type) {
    case 'SL':
      return { kind: 'accepted', caseNo, on: data.day('slrq', 'yyyyMMdd') };
    case 'BZ':
      return { kind: 'papers-requested', caseNo, papers: readPapers(data), by: data.day('bzjzrq', 'yyyyMMdd') };
    case 'BZQS':
      return { kind: 'papers-received', caseNo, papers: readPapers(data) };
    case 'RH':
      return { kind: 'visited', caseNo, on: data.day('rhrq', 'yyyyMMdd') };
    case 'GS':
      return {
        kind: 'publicised',
        caseNo,
        from: data.day('gsksrq', 'yyyyMMdd'),
        until: data.day('gsjsrq', 'yyyyMMdd'),
      };
    case 'JD':
      return readDecision(caseNo, data);
    default:
      throw new BureauNonsense('social-assistance', 'type');
  }
}

function readDecision(caseNo: string, data: WireReader): BureauDecision {
  const outcome = data.code('jdjg', OUTCOMES);
  const decision = {
    kind: 'decided' as const,
    caseNo,
    programme: data.code('sxdm', PROGRAMMES),
    on: data.day('jdrq', 'yyyyMMdd'),
  };
  if (outcome === 'refused')
    return {
      ...decision,
      outcome,
      clause: { text: data.text('bytk', 1000), ...(data.has('tkbh') && { id: data.text('tkbh', 12) }) },
    };
  return {
    ...decision,
    outcome,
    ...(data.has('je') || data.has('jedw') ? { amount: { fen: data.fen('je'), per: data.code('jedw', PER) } } : {}),
    ...(data.has('qfny') ? { from: data.firstOfMonth('qfny', 'yyyyMMdd') } : {}),
  };
}

function readPapers(data: WireReader): readonly string[] {
  return data.objects('clmx').map((paper) => paper.text('clmc'));
}

function toMember({ name, idNumber, relation }: FiledMember) {
  return { xm: name, sfzh: idNumber, ysqrgx: RELATIONS[relation] };
}

/** @throws RangeError for a programme this bureau does not know: it should never have been filed here. */
function itemCode(programme: string): string {
  const code = ITEM_CODES[programme];
  if (code === undefined) throw new RangeError(`social-assistance does not take ${programme}`);
  return code;
}
