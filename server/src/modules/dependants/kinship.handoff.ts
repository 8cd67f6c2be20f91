import { isDeepStrictEqual } from 'node:util';
import { isUnder14 } from '@jinmen/shared/residents/guardianship';
import { Injectable } from '@nestjs/common';
import { Identity, type KinshipAnswer } from '../../bureaus/identity/identity.port';
import { Audit } from '../../platform/audit/audit';
import { type BureauAnswer, type FinalAnswer, notSent } from '../../platform/bureau-http/bureau-answer';
import { Clock } from '../../platform/clock';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../platform/outbox/outbox-handler';
import { Consents } from '../consents/consents.port';
import { People } from '../identity/people.port';
import type { Dependant } from './dependant.entity';
import { DependantsService } from './dependants.service';

const GONE = notSent('gone');
const NOT_WANTED = notSent('not-wanted');
/** A bureau that is out for an hour is no answer of any kind: it is asked again. */
const NO_ANSWER: BureauAnswer = { kind: 'failed', answered: false, why: 'no answer about guardianship' };

/** About whom, and whose child or ward they are said to be. */
interface Asked {
  readonly name: string;
  readonly idNumber: string;
  readonly relation: Dependant['relation'];
}

interface Answered {
  readonly answer: KinshipAnswer;
  readonly asked: Asked;
}

/** Asks the household register whether somebody is somebody's guardian. */
@Injectable()
@HandlesTopic('identity.kinship-asked')
export class KinshipAsked extends OutboxHandler {
  constructor(
    private readonly identity: Identity,
    private readonly dependants: DependantsService,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly consents: Consents,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Asked when it leaves, not when it was written: a guardian may have taken the yes back meanwhile. */
  async deliver({ payload }: OutboxMessage): Promise<BureauAnswer> {
    const row = await this.dependants.findRow({ id: idIn(payload) });
    const guardian = row && (await this.people.findOf(row.accountId));
    if (!row || !guardian) return GONE;
    if (!(await this.mayBeAsked(row))) return NOT_WANTED;
    const asked = this.askedOf(row);
    const answer = await this.identity.kinship(guardian, asked, asked.relation);
    if (answer.kind === 'unavailable') return NO_ANSWER;
    const body: Answered = { answer, asked };
    return { kind: 'done', body };
  }

  private async mayBeAsked(row: Dependant): Promise<boolean> {
    const { birth } = await this.dependants.guarded(row);
    return !isUnder14(birth, this.clock.today()) || this.consents.has(row.accountId, 'child-under-14');
  }

  /** Whatever is not a yes leaves the paper; which no it was stays in the audit. */
  async settled({ payload }: OutboxMessage, answer: FinalAnswer): Promise<void> {
    const row = await this.dependants.findRow({ id: idIn(payload) });
    if (row?.proof !== 'asking') return;
    const now = this.askedOf(row);
    const answered = answer.kind === 'done' ? (answer.body as Answered) : undefined; // as `deliver` made it
    // typed anew meanwhile: that is a question of its own, and this answer says nothing of it
    if (answered && !isDeepStrictEqual(answered.asked, now)) return;
    const said = answered?.answer;
    const { name, idNumber } = now;
    if (said?.kind === 'yes') await this.dependants.confirm(row, await this.people.record(name, idNumber));
    else await this.dependants.change(row, { proof: 'to-show' });
    await this.audit.record({
      action: 'guardianship.checked',
      actor: { kind: 'resident', id: row.accountId },
      person: row.accountId,
      object: `dependant:${row.id}`,
      facts: { outcome: said?.kind ?? answer.kind, ...(said?.kind === 'not-yes' && { because: said.because }) },
    });
  }

  private askedOf(row: Dependant): Asked {
    const { name, idNumber } = this.dependants.identityOf(row);
    return { name, idNumber, relation: row.relation };
  }

  /** A person gave the question up: the paper decides. */
  override async skipped({ order }: Omit<OutboxMessage, 'payload'>): Promise<void> {
    const row = await this.dependants.findRow({ id: order });
    if (row?.proof === 'asking') await this.dependants.change(row, { proof: 'to-show' });
  }
}

function idIn(payload: unknown): string {
  return (payload as { readonly dependantId: string }).dependantId;
}
