import { Injectable } from '@nestjs/common';
import { Identity, type IdentityAnswer } from '../../bureaus/identity/identity.port';
import { Sms } from '../../bureaus/sms/sms.port';
import { Audit } from '../../platform/audit/audit';
import { type BureauAnswer, type FinalAnswer, notAtNight, notSent } from '../../platform/bureau-http/bureau-answer';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../platform/outbox/outbox-handler';
import { quietUntil } from '../../platform/quiet-until';
import { IdentityChecks } from '../identity/identity-checks.port';
import { People } from '../identity/people.port';
import { MandatesService } from './mandates.service';
import { type ReadBackSent, ReadBacks } from './read-back.service';

const GONE = notSent('gone');
/** A bureau that is out for an hour is no answer of any kind: it is asked again. */
const NO_ANSWER: BureauAnswer = { kind: 'failed', answered: false, why: 'no answer about a name' };

/** Asks whether the name of the person to be helped belongs to the number. */
@Injectable()
@HandlesTopic('identity.principal-asked')
export class PrincipalAsked extends OutboxHandler {
  constructor(
    private readonly identity: Identity,
    private readonly mandates: MandatesService,
    private readonly checks: IdentityChecks,
    private readonly people: People,
    private readonly readBacks: ReadBacks,
    private readonly audit: Audit,
  ) {
    super();
  }

  async deliver({ order }: OutboxMessage): Promise<BureauAnswer> {
    const row = await this.mandates.findRow({ id: order });
    if (row?.state !== 'checking') return GONE;
    const { name, idNumber } = this.mandates.principalOf(row);
    const began = performance.now();
    const answer = await this.identity.verify(name, idNumber);
    if (answer.kind === 'unavailable') return NO_ANSWER;
    if (answer.kind === 'not-confirmed') await this.checks.untilFloor(began);
    return { kind: 'done', body: answer };
  }

  /** Why not stays in the audit: the helper is told the same in every case. */
  async settled({ order }: OutboxMessage, answer: FinalAnswer): Promise<void> {
    const row = await this.mandates.findRow({ id: order });
    if (row?.state !== 'checking') return;
    const said = answer.kind === 'done' ? (answer.body as IdentityAnswer) : undefined;
    await this.audit.record({
      action: 'identity.checked',
      actor: { kind: 'resident', id: row.helperAccountId },
      object: `mandate:${row.id}`,
      facts: { outcome: said?.kind ?? answer.kind, ...(said?.kind === 'not-confirmed' && { because: said.because }) },
    });
    if (said?.kind !== 'confirmed') {
      await this.mandates.move(row, 'bureau', { state: 'not-confirmed' });
      return;
    }
    const { name, idNumber } = this.mandates.principalOf(row);
    const principalPersonId = await this.people.record(name, idNumber);
    const waiting = await this.mandates.move(row, 'bureau', { state: 'waiting', principalPersonId });
    if (waiting.way !== 'sms' || (await this.readBacks.send(waiting))) return;
    await this.mandates.change(waiting, { way: 'call' });
  }

  override async skipped({ order }: Omit<OutboxMessage, 'payload'>): Promise<void> {
    const row = await this.mandates.findRow({ id: order });
    if (row?.state === 'checking') await this.mandates.move(row, 'bureau', { state: 'not-confirmed' });
  }
}

/** Carries what the person is asked to their phone, by day. */
@Injectable()
@HandlesTopic('sms.mandate-read-back')
export class MandateReadBack extends OutboxHandler {
  constructor(
    private readonly sms: Sms,
    private readonly mandates: MandatesService,
    private readonly readBacks: ReadBacks,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  async deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    if (quietUntil(this.config.quietHours, this.clock.now()) !== undefined) return notAtNight;
    const { mandateId, code } = payload as ReadBackSent;
    const row = await this.mandates.findRow({ id: mandateId });
    // a code that another one has taken the place of would only confuse
    if (!row || this.mandates.stateOf(row) !== 'waiting' || !this.mandates.isCode(row, code)) return GONE;
    const { phone } = this.mandates.principalOf(row);
    if (phone === undefined) return GONE;
    return this.sms.send({ id, channel: 'sms', phone, text: await this.readBacks.text(row, code) });
  }

  /** A number that takes no message: the street calls instead. */
  async settled({ order }: OutboxMessage, answer: FinalAnswer): Promise<void> {
    if (answer.kind === 'rejected' && answer.code !== 'gone') await this.leaveToTheStreet(order);
  }

  override skipped({ order }: Omit<OutboxMessage, 'payload'>): Promise<void> {
    return this.leaveToTheStreet(order);
  }

  private async leaveToTheStreet(id: string): Promise<void> {
    const row = await this.mandates.findRow({ id });
    if (row?.state === 'waiting') await this.mandates.change(row, { way: 'call' });
  }
}
