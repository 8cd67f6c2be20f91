import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { CaseRecord } from '../case-record';
import { today } from '../clock';
import { BadMessage, day, type Fields, oneOf, optionalText, text } from '../message';
import type { CommonFamily } from './family';

/** Who acts for the person a case is about. */
export interface Agent {
  readonly role: 'guardian' | 'helper';
  readonly name: string;
  readonly idNumber: string;
  readonly relation?: string;
  readonly until?: CivilDate;
  readonly state: 'acting' | 'revoked';
}

export const agent: CommonFamily = {
  type: 'AGENT',
  take: (record, data) => {
    const told = read(data);
    record.matters.agents = [...agentsOf(record).filter(({ idNumber }) => idNumber !== told.idNumber), told];
    if (told.state === 'revoked') return `${told.name}不再替本人办`;
    return told.role === 'guardian' ? `监护人${told.name}来办` : `${told.name}替本人办`;
  },
};

export function agentsOf({ matters }: CaseRecord): readonly Agent[] {
  return (matters.agents ?? []) as readonly Agent[];
}

function read(data: Fields): Agent {
  const relation = optionalText(data, 'relation', 20);
  const idNumber = text(data, 'idNumber');
  if ('problem' in readIdNumber(idNumber, today())) throw new BadMessage('idNumber');
  return {
    role: oneOf(data, 'role', ['guardian', 'helper']),
    name: text(data, 'name', 64),
    idNumber,
    ...(relation === undefined ? {} : { relation }),
    ...(data.until === undefined ? {} : { until: day(data, 'until') }),
    state: oneOf(data, 'state', ['acting', 'revoked']),
  };
}
