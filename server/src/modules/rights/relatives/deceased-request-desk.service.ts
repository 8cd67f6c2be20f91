import { officeName } from '@jinmen/shared/places/office-name';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { Problem } from '../../../platform/http/problem';
import { Idempotency } from '../../../platform/idempotency/idempotency';
import type { IdempotencyScope } from '../../../platform/idempotency/idempotency-store';
import { inTurns } from '../../../platform/in-turns';
import { maskedIdNumber, maskedName, numbersMasked } from '../../../platform/masking';
import {
  DeceasedRequestDesk,
  type DeceasedRequestView,
  type Recorder,
  type RelativesDesk,
  type TypedRequest,
} from './deceased-request-desk.port';
import { DeceasedRequests, type OpenedRequest } from './deceased-requests.repository';
import { RelativesApart } from './relatives-apart.service';
import { askWords, deathPaperWords, kinPaperWords, kinshipWords, relativesWords as words } from './relatives-words';
import { RequestAnswering } from './request-answering.service';
import { requestChoices } from './request-choices';
import { RequestRecording } from './request-recording.service';

@Injectable()
export class DeceasedRequestDeskService extends DeceasedRequestDesk {
  readonly choices = requestChoices;

  constructor(
    private readonly recording: RequestRecording,
    private readonly answering: RequestAnswering,
    private readonly requests: DeceasedRequests,
    private readonly apart: RelativesApart,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
  ) {
    super();
  }

  async list({ staffId, offices }: RelativesDesk): Promise<readonly DeceasedRequestView[]> {
    const found = await this.apart.others(staffId, await this.requests.ofOffices(offices));
    const shown = found.map(({ row }) => `deceased-request:${row.id}`);
    const actor = { kind: 'staff', id: staffId } as const;
    await this.transactions.run(() => this.audit.record({ action: 'deceased-requests.read', actor, shown }));
    return inTurns(found, (opened) => viewOf(opened, staffId));
  }

  async record(scope: IdempotencyScope, by: Recorder, typed: TypedRequest): Promise<DeceasedRequestView> {
    const { staffId } = by;
    const [office] = by.offices;
    if (office === undefined) throw new Problem(403, 'deceased-request.no-office', words.noOffice);
    const both = await this.recording.mayRecord(staffId, typed);
    const answer = await this.idempotency.once(scope, async () => {
      const added = await this.recording.write(staffId, office, typed, both);
      return { status: 201, body: viewOf(added, staffId) };
    });
    return answer.body as DeceasedRequestView; // kept under this route, where it is one
  }

  copy(desk: RelativesDesk, id: string): Promise<string> {
    return this.answering.copy(desk, id);
  }

  delete(desk: RelativesDesk, id: string, reason: string): Promise<number> {
    return this.answering.delete(desk, id, reason);
  }

  answer(desk: RelativesDesk, id: string, text: string, reason: string): Promise<void> {
    return this.answering.answer(desk, id, text, reason);
  }

  refuse(desk: RelativesDesk, id: string, reason: string): Promise<void> {
    return this.answering.refuse(desk, id, reason);
  }

  withdraw(desk: RelativesDesk, id: string, reason: string): Promise<void> {
    return this.answering.withdraw(desk, id, reason);
  }
}

function viewOf({ row, deceased, relative, said, answer }: OpenedRequest, staffId: string): DeceasedRequestView {
  const who = ({ name, idNumber }: OpenedRequest['deceased']) => `${maskedName(name)} ${maskedIdNumber(idNumber)}`;
  const typed = (text: string) => numbersMasked(text).text;
  return {
    id: row.id,
    asks: row.asks,
    asksWords: askWords[row.asks],
    deceased: who(deceased),
    relative: who(relative),
    kinship: kinshipWords[row.kinship],
    papers: `${deathPaperWords[row.deathPaper]}、${kinPaperWords[row.kinPaper]}`,
    need: typed(said.need),
    ...(said.change !== undefined && { change: typed(said.change) }),
    office: officeName(row.officeCode),
    at: row.recordedAt.toISOString(),
    state: row.state,
    mine: row.recordedBy === staffId,
    ...(answer !== undefined && { answer: typed(answer) }),
    ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
  };
}
