import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { RelativesAsk } from '@jinmen/shared/residents/relatives';
import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { Problem, problems } from '../../../platform/http/problem';
import { People } from '../../identity/people.port';
import type { RelativesDesk } from './deceased-request-desk.port';
import { DeceasedRequests, type Ending, type OpenedRequest } from './deceased-requests.repository';
import { RelativesApart } from './relatives-apart.service';
import { relativesWords as words } from './relatives-words';

/** What goes on record as done about one, on the way and at the end. */
export const REQUEST_ACTS = {
  copied: 'deceased-request.copy-made',
  deleting: 'deceased-request.deletion-begun',
  answered: 'deceased-request.answered',
  refused: 'deceased-request.refused',
  withdrawn: 'deceased-request.withdrawn',
} as const;

/** Who may do something about a request, and that it ends once, on record. */
@Injectable()
export class RequestInHand {
  private readonly logger = new Logger('RequestInHand');

  constructor(
    private readonly requests: DeceasedRequests,
    private readonly apart: RelativesApart,
    private readonly people: People,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Four eyes: whoever typed what they were shown does not give on it. Outside a transaction. */
  async mayAnswer(desk: RelativesDesk, id: string, asks?: RelativesAsk): Promise<void> {
    const { row } = await this.mayTouch(desk, id);
    if (await this.apart.recordedIt(desk.staffId, row))
      throw new Problem(403, 'deceased-request.same-colleague', words.sameColleague);
    if (asks !== undefined && row.asks !== asks) throw new Problem(409, 'deceased-request.other-act', words.otherAct);
  }

  /** Outside a transaction. */
  async mayTouch(desk: RelativesDesk, id: string): Promise<OpenedRequest> {
    const found = await this.transactions.run(() => this.find(desk, id));
    await this.apart.mustBeApart(desk.staffId, [found.deceased, found.relative], 'deceased-request.answered');
    return found;
  }

  /**
   * Nobody else's to end until the open transaction does. Whom it is about says the sealed number, never the column beside it.
   * @throws Problem 404 also for another street's; 409 `deceased-request.other-person`, with an alarm
   */
  async find({ offices }: RelativesDesk, id: string): Promise<OpenedRequest> {
    const found = await this.requests.findForUpdate(id);
    if (!found || (offices !== 'all' && !offices.includes(found.row.officeCode))) throw problems.notFound();
    await this.mustBeAbout(found);
    return found;
  }

  private async mustBeAbout({ row: { id, personId }, deceased }: OpenedRequest): Promise<void> {
    if (personId === null || (await this.people.findByIdNumber(deceased.idNumber))?.personId === personId) return;
    // of somebody whose last row went meanwhile nothing is left to be given
    if ((await this.people.find(personId)) === undefined) return;
    this.logger.error(`deceased request ${id} points at another person than the one whose number was taken down`);
    throw new Problem(409, 'deceased-request.other-person', words.otherPerson);
  }

  /** @throws Problem 409 `deceased-request.being-deleted`, `deceased-request.over` */
  settle(desk: RelativesDesk, id: string, ending: Ending, reason: string): Promise<void> {
    return this.transactions.run(async () => {
      const found = await this.find(desk, id);
      const isOpen = found.row.state === 'recorded';
      if (isOpen && ending.state !== 'answered' && (await this.isBeingDeleted(id)))
        throw new Problem(409, 'deceased-request.being-deleted', words.beingDeleted);
      await this.end(found, ending);
      await this.onRecord(ending.state, desk.staffId, found, reason);
    });
  }

  /** Accounts began to go, and none comes back: it ends as answered and in no other way. Its row is held. */
  private isBeingDeleted(id: string): Promise<boolean> {
    const begun = { object: `deceased-request:${id}`, action: REQUEST_ACTS.deleting };
    return this.transactions.manager.existsBy(AuditRow, begun);
  }

  /** @throws Problem 409 `deceased-request.over` */
  async end({ row: { id } }: OpenedRequest, ending: Ending): Promise<void> {
    if (!(await this.requests.end(id, ending))) throw over();
  }

  /** Whether this colleague answered it today. */
  isOfToday({ row: { state, answeredBy, endedAt } }: OpenedRequest, staffId: string): boolean {
    if (state !== 'answered' || answeredBy !== staffId || !endedAt) return false;
    return dayInShanghai(endedAt.getTime()) === this.clock.today();
  }

  /** The relative's own words are in no reason: whoever reads along at the dead person's phone is not told them. */
  onRecord(act: keyof typeof REQUEST_ACTS, staffId: string, { row }: OpenedRequest, reason?: string): Promise<void> {
    const { id, personId } = row;
    const about = { object: `deceased-request:${id}`, ...(personId !== null && { person: personId }) };
    const why = reason === undefined ? {} : { reason };
    return this.audit.record({ action: REQUEST_ACTS[act], actor: { kind: 'staff', id: staffId }, ...about, ...why });
  }
}

export function over(): Problem {
  return new Problem(409, 'deceased-request.over', words.over);
}
