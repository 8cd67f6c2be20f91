import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { maskedName, maskedPhone } from '../../platform/masking';
import { thoseThatOpenInTurn } from '../../platform/sealing/those-that-open';
import { People } from '../identity/people.port';
import { CallList } from '../notices/call-list.port';
import type { MandateRow } from './mandate.entity';
import { MandateActs } from './mandate-acts.service';
import {
  type MandateCall,
  MandateDesk,
  type MandateDeskOf,
  type MandateOnDesk,
  type MandatesOnDesk,
} from './mandate-desk.port';
import { MandatesService } from './mandates.service';
import { ReadBacks } from './read-back.service';
import { mandateWords } from './words';

const MOST = 100;

@Injectable()
export class MandateDeskService extends MandateDesk {
  constructor(
    private readonly mandates: MandatesService,
    private readonly acts: MandateActs,
    private readonly readBacks: ReadBacks,
    private readonly people: People,
    private readonly calls: CallList,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
  ) {
    super();
  }

  list({ staffId, offices }: MandateDeskOf): Promise<MandatesOnDesk> {
    return this.transactions.run(async () => {
      const rows = await this.mandates.listForStreets(offices, MOST + 1);
      const items = await thoseThatOpenInTurn(rows.slice(0, MOST), (row) => this.viewOf(row));
      const actor = { kind: 'staff', id: staffId } as const;
      const shown = items.map(({ id }) => `mandate:${id}`);
      await this.audit.record({ action: 'mandate-list.read', actor, facts: { rows: items.length }, shown });
      return { items, more: rows.length > MOST };
    });
  }

  call(desk: MandateDeskOf, id: string): Promise<MandateCall> {
    return this.transactions.run(async () => {
      const row = await this.rowOf(desk, id, 'waiting');
      const { phone } = this.mandates.principalOf(row);
      await this.calls.countLook(desk.staffId);
      const actor = { kind: 'staff', id: desk.staffId } as const;
      const person = row.principalPersonId ?? '';
      await this.audit.record({ action: 'mandate.number-shown', actor, person, object: `mandate:${id}` });
      return { script: await this.readBacks.script(row), ...(phone !== undefined && { phone }) };
    });
  }

  async answer(desk: MandateDeskOf, id: string, agreed: boolean, reason: string): Promise<void> {
    await this.transactions.run(async () => {
      const row = await this.rowOf(desk, id, 'waiting');
      const actor = { kind: 'staff', id: desk.staffId } as const;
      if (agreed) await this.acts.begin(row, actor, 'call', reason);
      else await this.acts.end(row, 'revoked', actor, reason);
    });
  }

  async stop(desk: MandateDeskOf, id: string, reason: string): Promise<void> {
    await this.transactions.run(async () => {
      const row = await this.rowOf(desk, id, 'acting');
      await this.acts.end(row, 'revoked', { kind: 'staff', id: desk.staffId }, reason);
    });
  }

  private async rowOf({ offices }: MandateDeskOf, id: string, state: 'waiting' | 'acting'): Promise<MandateRow> {
    const row = await this.mandates.findRow({ id });
    const theirs = row && (offices === 'all' || offices.includes(row.street));
    const inState = row && this.mandates.stateOf(row) === state && (state === 'acting' || row.way === 'call');
    if (!theirs || !inState) throw new Problem(404, 'mandate.unknown', mandateWords.problems.unknown);
    return row;
  }

  private async viewOf(row: MandateRow): Promise<MandateOnDesk> {
    const { name, phone } = this.mandates.principalOf(row);
    const helper = await this.people.findOf(row.helperAccountId);
    return {
      id: row.id,
      state: row.state === 'acting' ? 'acting' : 'waiting',
      principal: maskedName(name),
      helper: helper ? maskedName(helper.name) : '',
      ...(phone !== undefined && { phone: maskedPhone(phone) }),
      street: row.street,
      programmes: row.programmes,
      until: row.until,
      since: row.createdAt.toISOString(),
    };
  }
}
