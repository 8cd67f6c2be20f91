import type { CaseRecord } from '../case-record';
import { type Fields, oneOf, optionalText, text } from '../message';
import type { CommonFamily } from './family';

/** A figure of a means check that the resident says is wrong. */
export interface Dispute {
  readonly disputeNo: string;
  readonly fact: string;
  readonly label: string;
  readonly says: 'other-value' | 'not-mine' | 'out-of-date';
  readonly value?: string;
  readonly why?: string;
  readonly found: string;
  readonly foundFrom: string;
  answer?: { readonly outcome: 'corrected' | 'stays'; readonly said: string };
}

export const dispute: CommonFamily = {
  type: 'DISPUTE',
  take: (record, data) => {
    const told = read(data);
    record.matters.disputes = [...disputesOf(record), told];
    return `申请人说“${told.label}”不对`;
  },
};

export function disputesOf({ matters }: CaseRecord): readonly Dispute[] {
  return (matters.disputes ?? []) as readonly Dispute[];
}

function read(data: Fields): Dispute {
  const value = optionalText(data, 'value', 40);
  const why = optionalText(data, 'why', 300);
  return {
    disputeNo: text(data, 'disputeNo', 36),
    fact: text(data, 'fact', 80),
    label: text(data, 'label', 80),
    says: oneOf(data, 'says', ['other-value', 'not-mine', 'out-of-date']),
    ...(value === undefined ? {} : { value }),
    ...(why === undefined ? {} : { why }),
    found: String(data.found ?? ''),
    foundFrom: text(data, 'foundFrom', 60),
  };
}
