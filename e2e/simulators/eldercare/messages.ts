import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { CallbackMessage } from '../_kit/callbacks';
import type { CaseEvent, CaseRecord, Decision, Declared, NewCase } from '../_kit/case-record';
import { today } from '../_kit/clock';
import { yuanText } from '../_kit/figures';
import { asFields, type Fields, list, oneOf, optionalText, text, texts } from '../_kit/message';
import { programmes } from './programmes';

/** A well-formed message with a value the platform does not take; `code` is its own. */
export class Unacceptable extends Error {
  constructor(readonly code: 102 | 103 | 104) {
    super(String(code));
  }
}

const RELATIONS = {
  PEIOU: '老伴',
  ZINV: '子女',
  FUMU: '父母',
  SUNZINV: '孙子女',
  XIONGDIJIEMEI: '兄弟姐妹',
  QITA: '其他',
} as const;

export function readCase(body: Fields): NewCase {
  const office = asFields(body.jiezhen, 'jiezhen');
  const elder = asFields(body.laoren, 'laoren');
  const code = text(office, 'bianma');
  if (!/^12\d{7}$/.test(code)) throw new Unacceptable(102);
  const statement = optionalText(body, 'shuoming', 2000);
  return {
    caseNo: text(body, 'yewuHao', 64),
    office: { code, name: text(office, 'mingcheng') },
    applicant: { ...readPerson(elder), phone: text(elder, 'lianxiDianhua', 20), address: text(elder, 'zhuzhi') },
    members: list(body, 'jiashu').map((each) => {
      const member = asFields(each, 'jiashu');
      const relation = oneOf(member, 'guanxi', Object.keys(RELATIONS) as (keyof typeof RELATIONS)[]);
      return { ...readPerson(member), relation: RELATIONS[relation] };
    }),
    items: list(body, 'butie', 1).map((each) => readItem(asFields(each, 'butie'))),
    ...(statement === undefined ? {} : { statement }),
    papers: texts(body, 'cailiao'),
  };
}

export function readItem(item: Fields): { programme: string; declared: Declared[] } {
  const programme = text(item, 'leixing');
  if (!programmes.some(({ code }) => code === programme)) throw new Unacceptable(104);
  const declared = list(item, 'qingkuang').map((each) => {
    const line = asFields(each, 'qingkuang');
    return { name: text(line, 'bianma'), label: text(line, 'mingcheng'), value: text(line, 'neirong') };
  });
  return { programme, declared };
}

/** The callback of an event (interface.md §4). The platform knows no publicity. */
export function toCallback(record: CaseRecord, event: CaseEvent): CallbackMessage {
  const of = { yewuHao: record.caseNo, liushuiHao: record.flowNo };
  switch (event.kind) {
    case 'accepted':
      return { type: 'SHOULI', data: { ...of, shouliRi: compact(event.on) } };
    case 'papers-requested':
      return { type: 'BUCAILIAO', data: { ...of, cailiao: event.papers, jiezhiRi: compact(event.by) } };
    case 'papers-received':
      return { type: 'SHOUDAO', data: { ...of, cailiao: event.papers } };
    case 'visited':
      return { type: 'PINGGU', data: { ...of, pingguRi: compact(event.on) } };
    case 'publicised':
      throw new Error('eldercare publicises nothing');
    case 'decided': {
      const decided = { leixing: event.programme, juedingRi: compact(event.on), ...decisionFields(event.decision) };
      return { type: 'JUEDING', data: { ...of, ...decided } };
    }
  }
}

function decisionFields(decision: Decision): Record<string, string> {
  if (decision.outcome === 'refused') return { jielun: 'BUTONGYI', liyou: decision.clause };
  return {
    jielun: 'TONGYI',
    ...(decision.yuan ? { jineFen: String(Number(yuanText(decision.yuan).replace('.', ''))) } : {}),
    ...(decision.fromMonth ? { qifaYue: compact(decision.fromMonth) } : {}),
  };
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function readPerson(from: Fields): { name: string; idNumber: string } {
  const idNumber = text(from, 'zhengjianHao');
  if ('problem' in readIdNumber(idNumber, today())) throw new Unacceptable(103);
  return { name: text(from, 'xingming', 64), idNumber };
}
