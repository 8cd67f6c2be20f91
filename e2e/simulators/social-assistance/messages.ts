import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { CallbackMessage } from '../_kit/callbacks';
import type { CaseEvent, CaseRecord, Check, Decision, Declared, NewCase, Per } from '../_kit/case-record';
import { today } from '../_kit/clock';
import { yuanText } from '../_kit/figures';
import { asFields, BadMessage, type Fields, list, optionalText, text, texts } from '../_kit/message';

/** A well-formed message with a value the platform does not take; `code` is its jgdm. */
export class Unacceptable extends Error {
  constructor(readonly code: '1002' | '1003' | '1004') {
    super(code);
  }
}

const RELATIONS: Readonly<Record<string, string>> = {
  '10': '配偶',
  '20': '子女',
  '40': '孙子女',
  '50': '父母',
  '60': '祖父母、外祖父母',
  '70': '兄弟姐妹',
  '80': '其他',
};

const UNITS: Readonly<Record<Per, string>> = { 'household-month': 'HY', 'person-month': 'RY', once: 'YC' };

const compact = (day: string): string => day.replaceAll('-', '');

export function readCase(body: Fields): NewCase {
  const office = asFields(body.sldw, 'sldw');
  const applicant = asFields(body.sqr, 'sqr');
  const statement = optionalText(body, 'qksm', 2000);
  return {
    caseNo: text(body, 'wbywh', 64),
    office: { code: streetCode(text(office, 'dm')), name: text(office, 'mc') },
    applicant: { ...readPerson(applicant), phone: text(applicant, 'lxdh', 20), address: text(applicant, 'jzdz') },
    members: list(body, 'jtcy').map((each) => {
      const member = asFields(each, 'jtcy');
      const relation = RELATIONS[text(member, 'ysqrgx')];
      if (!relation) throw new BadMessage('ysqrgx');
      return { ...readPerson(member), relation };
    }),
    items: list(body, 'sqsx', 1).map((each) => readItem(asFields(each, 'sqsx'))),
    ...(statement === undefined ? {} : { statement }),
    papers: texts(body, 'clqd'),
    meansAuthorised: flag(text(body, 'hdsq')),
  };
}

export function readItem(item: Fields): { programme: string; declared: Declared[] } {
  const programme = text(item, 'sxdm');
  if (!/^SH0[1-6]$/.test(programme)) throw new Unacceptable('1004');
  const declared = list(item, 'sbxx').map((each) => {
    const line = asFields(each, 'sbxx');
    return { name: text(line, 'xmdm'), label: text(line, 'xmmc'), value: text(line, 'sbz') };
  });
  return { programme, declared };
}

export function readCheck(body: Fields): Check {
  const on = text(body, 'hdrq');
  if (!/^\d{8}$/.test(on)) throw new BadMessage('hdrq');
  const checkNo = text(body, 'hdbh', 64);
  const state = text(body, 'hdzt');
  if (state === '02') return { checkNo, on, figures: [], impossible: text(body, 'sm') };
  if (state !== '01') throw new BadMessage('hdzt');
  const figures = list(body, 'hdmx').map((each) => {
    const line = asFields(each, 'hdmx');
    return { label: text(line, 'xmmc'), value: text(line, 'hdz'), from: text(line, 'ly') };
  });
  return { checkNo, on, figures };
}

/** The callback of an event (interface.md §6). */
export function toCallback(record: CaseRecord, event: CaseEvent): CallbackMessage {
  const of = { wbywh: record.caseNo, ywlsh: record.flowNo };
  const numbered = (papers: readonly string[]): unknown[] =>
    papers.map((clmc) => ({ clbh: String(paperNumber(record, clmc)), clmc }));
  switch (event.kind) {
    case 'accepted':
      return { type: 'SL', data: { ...of, slrq: compact(event.on) } };
    case 'papers-requested':
      return { type: 'BZ', data: { ...of, clmx: numbered(event.papers), bzjzrq: compact(event.by) } };
    case 'papers-received':
      return { type: 'BZQS', data: { ...of, clmx: numbered(event.papers) } };
    case 'visited':
      return { type: 'RH', data: { ...of, rhrq: compact(event.on) } };
    case 'publicised':
      return { type: 'GS', data: { ...of, gsksrq: compact(event.from), gsjsrq: compact(event.until) } };
    case 'decided':
      return {
        type: 'JD',
        data: { ...of, sxdm: event.programme, jdrq: compact(event.on), ...decisionFields(event.decision) },
      };
  }
}

function decisionFields(decision: Decision): Record<string, string> {
  if (decision.outcome === 'refused')
    return { jdjg: '2', bytk: decision.clause, ...(decision.clauseNo ? { tkbh: decision.clauseNo } : {}) };
  const { yuan, per, fromMonth } = decision;
  return {
    jdjg: '1',
    ...(yuan && per ? { je: yuanText(yuan), jedw: UNITS[per] } : {}),
    ...(fromMonth ? { qfny: compact(fromMonth) } : {}),
  };
}

function paperNumber({ paperRequest }: CaseRecord, name: string): number {
  return (paperRequest?.papers.findIndex((paper) => paper.name === name) ?? 0) + 1;
}

function readPerson(from: Fields): { name: string; idNumber: string } {
  const idNumber = text(from, 'sfzh');
  if ('problem' in readIdNumber(idNumber, today())) throw new Unacceptable('1003');
  return { name: text(from, 'xm', 64), idNumber };
}

function streetCode(code: string): string {
  if (!/^12\d{7}$/.test(code)) throw new Unacceptable('1002');
  return code;
}

function flag(given: string): boolean {
  if (given !== '0' && given !== '1') throw new BadMessage('hdsq');
  return given === '1';
}
