import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { CallbackMessage } from '../_kit/callbacks';
import type { CaseEvent, CaseRecord, Decision, Declared, NewCase } from '../_kit/case-record';
import { today } from '../_kit/clock';
import { yuanText } from '../_kit/figures';
import { asFields, type Fields, list, oneOf, optionalText, text, texts } from '../_kit/message';

/** A well-formed message with a value the system does not take; `code` is its own. */
export class Unacceptable extends Error {
  constructor(readonly code: 'TOWN' | 'ID_CARD' | 'BENEFIT') {
    super(code);
  }
}

const RELATIONS = { parent: '父母', grandparent: '祖父母', sibling: '兄弟姐妹', other: '其他' } as const;

export function readCase(body: Fields): NewCase {
  const town = asFields(body.town, 'town');
  const contact = asFields(body.contact, 'contact');
  const code = text(town, 'code');
  if (!/^12\d{7}$/.test(code)) throw new Unacceptable('TOWN');
  const statement = optionalText(body, 'note', 2000);
  return {
    caseNo: text(body, 'case_no', 64),
    office: { code, name: text(town, 'name') },
    applicant: {
      ...readPerson(asFields(body.child, 'child')),
      phone: text(contact, 'phone', 20),
      address: text(contact, 'address'),
    },
    members: list(body, 'family').map((each) => {
      const member = asFields(each, 'family');
      const relation = oneOf(member, 'relation', Object.keys(RELATIONS) as (keyof typeof RELATIONS)[]);
      return { ...readPerson(member), relation: RELATIONS[relation] };
    }),
    items: list(body, 'items', 1).map((each) => readItem(asFields(each, 'items'))),
    ...(statement === undefined ? {} : { statement }),
    papers: texts(body, 'materials'),
  };
}

export function readItem(item: Fields): { programme: string; declared: Declared[] } {
  const programme = text(item, 'benefit');
  if (programme !== 'B01' && programme !== 'B02') throw new Unacceptable('BENEFIT');
  const declared = list(item, 'declared').map((each) => {
    const line = asFields(each, 'declared');
    return { name: text(line, 'code'), label: text(line, 'title'), value: text(line, 'value') };
  });
  return { programme, declared };
}

/** The callback of an event (interface.md §4). Children are never publicised. */
export function toCallback(record: CaseRecord, event: CaseEvent): CallbackMessage {
  const of = { case_no: record.caseNo, serial: record.flowNo };
  switch (event.kind) {
    case 'accepted':
      return { type: 'case.accepted', data: { ...of, accepted_on: event.on } };
    case 'papers-requested':
      return { type: 'materials.needed', data: { ...of, materials: event.papers, until: event.by } };
    case 'papers-received':
      return { type: 'materials.taken', data: { ...of, materials: event.papers } };
    case 'visited':
      return { type: 'child.seen', data: { ...of, seen_on: event.on } };
    case 'publicised':
      throw new Error('child-welfare publicises nothing');
    case 'decided': {
      const decided = { benefit: event.programme, decided_on: event.on, ...decisionFields(event.decision) };
      return { type: 'benefit.decided', data: { ...of, ...decided } };
    }
  }
}

function decisionFields(decision: Decision): Record<string, string> {
  if (decision.outcome === 'refused') return { outcome: 'denied', basis: decision.clause };
  return {
    outcome: 'granted',
    ...(decision.yuan ? { monthly: yuanText(decision.yuan) } : {}),
    ...(decision.fromMonth ? { from_month: decision.fromMonth } : {}),
  };
}

function readPerson(from: Fields): { name: string; idNumber: string } {
  const idNumber = text(from, 'id_card');
  if ('problem' in readIdNumber(idNumber, today())) throw new Unacceptable('ID_CARD');
  return { name: text(from, 'name', 64), idNumber };
}
