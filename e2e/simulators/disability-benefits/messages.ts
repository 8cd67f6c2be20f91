import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { CallbackMessage } from '../_kit/callbacks';
import type { CaseEvent, CaseRecord, Decision, Declared, NewCase } from '../_kit/case-record';
import { today } from '../_kit/clock';
import { yuanText } from '../_kit/figures';
import { asFields, type Fields, list, optionalText, text, texts } from '../_kit/message';

/** A well-formed message with a value the platform does not take; `code` is its own. */
export class Unacceptable extends Error {
  constructor(readonly code: 40002 | 40003 | 42201) {
    super(String(code));
  }
}

export function readApplication(body: Fields): NewCase {
  const applicant = asFields(body.applicant, 'applicant');
  const code = text(body, 'streetCode');
  if (!/^12\d{7}$/.test(code)) throw new Unacceptable(40002);
  const statement = optionalText(body, 'remark', 1000);
  return {
    caseNo: text(body, 'bizNo', 64),
    office: { code, name: text(body, 'streetName') },
    applicant: {
      ...readPerson(applicant),
      phone: text(applicant, 'mobile', 20),
      address: text(applicant, 'address'),
    },
    members: list(body, 'familyMembers').map((each) => {
      const member = asFields(each, 'familyMembers');
      return { ...readPerson(member), relation: text(member, 'relation', 10) };
    }),
    items: list(body, 'subsidies', 1).map((each) => readSubsidy(asFields(each, 'subsidies'))),
    ...(statement === undefined ? {} : { statement }),
    papers: texts(body, 'attachmentNames'),
  };
}

export function readSubsidy(subsidy: Fields): { programme: string; declared: Declared[] } {
  const programme = text(subsidy, 'subsidyType');
  if (programme !== 'LIVING' && programme !== 'CARE') throw new Unacceptable(42201);
  const declared = list(subsidy, 'declares').map((each) => {
    const line = asFields(each, 'declares');
    return { name: text(line, 'key'), label: text(line, 'title'), value: text(line, 'value') };
  });
  return { programme, declared };
}

/** The callback of an event (interface.md §4). The platform knows no publicity. */
export function toCallback(record: CaseRecord, event: CaseEvent): CallbackMessage {
  const of = { bizNo: record.caseNo, acceptNo: record.flowNo };
  switch (event.kind) {
    case 'accepted':
      return { type: 'APPLY_ACCEPTED', data: { ...of, acceptDate: event.on } };
    case 'papers-requested':
      return { type: 'MATERIAL_REQUIRED', data: { ...of, materials: event.papers, deadline: event.by } };
    case 'papers-received':
      return { type: 'MATERIAL_RECEIVED', data: { ...of, materials: event.papers } };
    case 'visited':
      return { type: 'VISITED', data: { ...of, visitDate: event.on } };
    case 'publicised':
      throw new Error('disability-benefits publicises nothing');
    case 'decided': {
      const result = { subsidyType: event.programme, resultDate: event.on, ...resultFields(event.decision) };
      return { type: 'RESULT', data: { ...of, ...result } };
    }
  }
}

function resultFields(decision: Decision): Record<string, string> {
  if (decision.outcome === 'refused')
    return {
      result: 'REJECT',
      reason: decision.clause,
      ...(decision.clauseNo ? { reasonCode: decision.clauseNo } : {}),
    };
  return {
    result: 'PASS',
    ...(decision.yuan ? { standard: yuanText(decision.yuan) } : {}),
    ...(decision.fromMonth ? { startMonth: decision.fromMonth } : {}),
  };
}

function readPerson(from: Fields): { name: string; idNumber: string } {
  const idNumber = text(from, 'idCard');
  if ('problem' in readIdNumber(idNumber, today())) throw new Unacceptable(40003);
  return { name: text(from, 'name', 64), idNumber };
}
