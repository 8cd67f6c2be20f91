import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { problems } from '../../platform/http/problem';
import { CallList } from '../notices/call-list.port';
import type { ReplacedService, RoundKind } from './replaced-service.port';
import { ReplacedServices } from './replaced-services';
import { RoundCalls } from './replacing-desk.port';
import { RoundContacts } from './round-contacts.service';
import { RoundsRepository } from './rounds.repository';

@Injectable()
export class RoundCallsService extends RoundCalls {
  constructor(
    private readonly services: ReplacedServices,
    private readonly rounds: RoundsRepository,
    private readonly contacts: RoundContacts,
    private readonly calls: CallList,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  async showNumber(staffId: string, code: string, kind: RoundKind, subject: string): Promise<string> {
    const phone = await this.phoneOf(code, kind, subject);
    if (phone === undefined) throw problems.notFound();
    return this.transactions.run(async () => {
      await this.calls.countLook(staffId);
      await this.record(staffId, 'replacing.number-shown', subject);
      return phone;
    });
  }

  async called(staffId: string, code: string, kind: RoundKind, subject: string, reason: string): Promise<void> {
    const service = this.find(code, kind);
    const first = (await service.toCallFirst(kind)).some(({ id }) => id === subject);
    await this.transactions.run(async () => {
      const move = (await this.rounds.movesToCall(code, kind, [subject])).find((each) => each.subject === subject);
      const called = move !== undefined && (await this.rounds.called(move.roundId, subject));
      if (!called && !first) throw problems.notFound();
      await this.record(staffId, 'replacing.called', subject, reason);
    });
  }

  /** Of one who waits now, or whom a round has on its list. */
  private async phoneOf(code: string, kind: RoundKind, subject: string): Promise<string | undefined> {
    const service = this.find(code, kind);
    const known = [...(await service.subjects(kind)), ...(await service.toCallFirst(kind))];
    const waits = known.find(({ id }) => id === subject);
    if (waits) return waits.phone;
    const move = (await this.rounds.movesToCall(code, kind, [])).find((each) => each.subject === subject);
    return move ? (await this.contacts.find(service, move))?.phone : undefined;
  }

  private find(code: string, kind: RoundKind): ReplacedService {
    const service = this.services.find(code);
    if (!service?.kinds.includes(kind)) throw problems.notFound();
    return service;
  }

  private record(id: string, action: string, subject: string, reason?: string): Promise<void> {
    const object = `replacing-subject:${subject}`;
    return this.audit.record({ action, actor: { kind: 'staff', id }, object, ...(reason !== undefined && { reason }) });
  }
}
