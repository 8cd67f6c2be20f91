import type { MandateState, MandateView } from '@jinmen/shared/residents/mandates';
import { Injectable } from '@nestjs/common';
import { maskedName, maskedPhone } from '../../platform/masking';
import { People } from '../identity/people.port';
import type { MandateRow } from './mandate.entity';
import type { MandateRole } from './mandates.port';
import { MandatesService } from './mandates.service';
import { mandateWords } from './words';

/** A mandate as one of its two sides sees it: never more of the other one than part of a name. */
@Injectable()
export class MandateViews {
  constructor(
    private readonly mandates: MandatesService,
    private readonly people: People,
  ) {}

  async list(accountId: string): Promise<MandateView[]> {
    const helping = await this.mandates.listHelping(accountId);
    const helped = await this.mandates.listHelped(accountId);
    return Promise.all([
      ...helping.map((row) => this.of(row, 'helper')),
      ...helped.map((row) => this.of(row, 'principal')),
    ]);
  }

  async of(row: MandateRow, role: MandateRole): Promise<MandateView> {
    const { id, programmes, until, way } = row;
    const state = this.mandates.stateOf(row);
    const { name, phone } = this.mandates.principalOf(row);
    const other = role === 'helper' ? name : ((await this.people.findOf(row.helperAccountId))?.name ?? '');
    return {
      id,
      role,
      name: maskedName(other),
      programmes,
      until,
      state,
      way,
      ...(role === 'helper' && phone !== undefined && { phone: maskedPhone(phone) }),
      words: role === 'helper' ? wordsForHelper(state, way) : wordsForPrincipal(state),
    };
  }
}

function wordsForHelper(state: MandateState, way: MandateRow['way']): string {
  return state === 'waiting' ? mandateWords.helper.waiting[way] : mandateWords.helper[state];
}

function wordsForPrincipal(state: MandateState): string {
  return state === 'checking' || state === 'not-confirmed' ? '' : mandateWords.principal[state];
}
