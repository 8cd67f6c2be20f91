import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { People } from '../../identity/people.port';
import { type Both, DeathQuestion } from './death-question.service';
import type { TypedRequest } from './deceased-request-desk.port';
import { DeceasedRequests, type OpenedRequest } from './deceased-requests.repository';
import { KinWishes } from './kin-wishes.service';
import { RelativesApart } from './relatives-apart.service';
import { relativesWords as words } from './relatives-words';

const RECORDED = 'deceased-request.recorded';

/** From what a relative says and shows to a request on record; see `DeceasedRequestDesk.record`. */
@Injectable()
export class RequestRecording {
  constructor(
    private readonly question: DeathQuestion,
    private readonly people: People,
    private readonly wishes: KinWishes,
    private readonly apart: RelativesApart,
    private readonly requests: DeceasedRequests,
    private readonly audit: Audit,
  ) {}

  /** Who both are, once the bureau said that one of them died. Outside a transaction. */
  async mayRecord(staffId: string, typed: TypedRequest): Promise<Both> {
    const both = this.question.bothOf(typed);
    await this.apart.mustBeApart(staffId, [both.deceased, both.relative], RECORDED);
    await this.question.mustBeDead(staffId, both.deceased);
    return both;
  }

  /** In the transaction of the key it was sent under. */
  async write(staffId: string, office: string, typed: TypedRequest, both: Both): Promise<OpenedRequest> {
    const personId = (await this.people.findByIdNumber(both.deceased.idNumber))?.personId ?? null;
    const withheld = personId !== null && (await this.wishes.isWithheld(personId));
    const { asks, kinship, deathPaper, kinPaper, need, change } = typed;
    const added = await this.requests.add({
      ...{ asks, kinship, deathPaper, kinPaper, personId, officeCode: office, ...both },
      ...{ recordedBy: staffId, recordedMarks: await this.apart.keptMarks(staffId) },
      said: { need: need.trim(), ...(asks === 'correction' && change !== undefined && { change: change.trim() }) },
      ...(withheld && { refusal: words.withheld }),
    });
    await this.question.wasAsked(personId);
    await this.onRecord(staffId, added, withheld);
    return added;
  }

  /** Apart for the one who died and for the relative who came: what it is needed for is the relative's to read. */
  private async onRecord(staffId: string, { row, relative, said }: OpenedRequest, withheld: boolean): Promise<void> {
    const { id, personId, asks, kinship } = row;
    const actor = { kind: 'staff', id: staffId } as const;
    const about = { object: `deceased-request:${id}`, ...(personId !== null && { person: personId }) };
    await this.audit.record({ action: RECORDED, actor, ...about, facts: { asks, kinship, withheld } });
    const known = await this.people.findByIdNumber(relative.idNumber);
    if (!known) return;
    const from = { action: 'deceased-request.taken-from', actor, person: known.personId };
    await this.audit.record({ ...from, reason: said.need });
  }
}
