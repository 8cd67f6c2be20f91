import type { FactDefinition, FactValue } from '@jinmen/shared/facts/fact';
import { type FactName, facts } from '@jinmen/shared/facts/facts';
import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import type { WireReader } from '../wire-reader';
import type { ItemWords } from './item-words';

/** The resident says that a figure somebody found is wrong. */
export interface DisputeMessage {
  readonly type: 'DISPUTE';
  readonly data: {
    readonly disputeNo: string;
    readonly fact: FactName;
    readonly label: string;
    readonly says: 'other-value' | 'not-mine' | 'out-of-date';
    /** Of `other-value`: what it should be. */
    readonly value?: FactValue;
    readonly why?: string;
    readonly found: { readonly value: FactValue | null; readonly from: string };
  };
}

/** The bureau looked: the figure is another, or stays and why. */
export interface DisputeAnswered {
  readonly kind: 'dispute-answered';
  readonly caseNo: string;
  readonly disputeNo: string;
  readonly answer:
    | { readonly outcome: 'corrected'; readonly fact: FactName; readonly value: FactValue; readonly from: string }
    | { readonly outcome: 'stays'; readonly why: string };
}

/** What was refused is looked at again: it is in hand until it is decided anew. */
export interface Reopened {
  readonly kind: 'reopened';
  readonly caseNo: string;
  readonly programme: string;
  readonly why?: string;
}

const OUTCOMES = { corrected: 'corrected', stays: 'stays' } as const;
const FACTS = Object.fromEntries(Object.keys(facts).map((name) => [name, name as FactName]));

export function disputeData({ fact, value, why, found, ...told }: DisputeMessage['data']): object {
  const { disputeNo, label, says } = told;
  return {
    disputeNo,
    fact,
    label,
    says,
    ...(value !== undefined && { value: written(fact, value) }),
    ...(why !== undefined && { why }),
    found: written(fact, found.value),
    foundFrom: found.from,
  };
}

export function readDisputeAnswered(caseNo: string, data: WireReader): DisputeAnswered {
  const said = { kind: 'dispute-answered', caseNo, disputeNo: data.text('disputeNo', 36) } as const;
  if (data.code('outcome', OUTCOMES) === 'stays')
    return { ...said, answer: { outcome: 'stays', why: data.text('why', 300) } };
  const fact = data.code('fact', FACTS);
  return { ...said, answer: { outcome: 'corrected', fact, value: read(fact, data), from: data.text('from', 60) } };
}

export function readReopened(caseNo: string, data: WireReader, { programmes }: ItemWords): Reopened {
  const why = data.has('why') ? { why: data.text('why', 300) } : {};
  return { kind: 'reopened', caseNo, programme: data.code('item', programmes), ...why };
}

/** `"2400.00"` of money, `"3"` of people, `"yes"` and `"no"`, the code of a choice, the day; nothing for 不清楚. */
function written(fact: FactName, value: FactValue | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (definitionOf(fact).type === 'money') return (Number(value) / 100).toFixed(2);
  return String(value);
}

function read(fact: FactName, data: WireReader): FactValue {
  const definition = definitionOf(fact);
  switch (definition.type) {
    case 'money':
      return data.fen('value');
    case 'count':
      return data.count('value');
    case 'boolean':
    case 'staff':
      return data.code('value', { yes: true, no: false });
    case 'choice':
      return data.code('value', Object.fromEntries(definition.options.map(({ value }) => [value, value])));
    case 'date': {
      const day = data.text('value', 10);
      return isCivilDate(day) ? day : data.nonsense('value');
    }
  }
}

function definitionOf(fact: FactName): FactDefinition {
  return facts[fact];
}
