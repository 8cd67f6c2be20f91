import { Injectable } from '@nestjs/common';
import { FuneralAffairs } from '../../../bureaus/funeral-affairs/funeral-affairs.port';
import type { BureauAnswer } from '../../../platform/bureau-http/bureau-answer';
import { MustBeTaken } from '../../../platform/outbox/must-be-taken';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { SeaFilings } from './sea-filings.service';
import { type MoveTold, type PartyTold, type PhoneAnswered, type PlaceTold, voyageOf } from './sea-messages';

@Injectable()
abstract class PlaceMessage extends MustBeTaken {
  constructor(
    protected readonly bureau: FuneralAffairs,
    protected readonly filings: SeaFilings,
  ) {
    super();
  }
}

@Injectable()
@HandlesTopic('sea-scattering.confirmed')
export class PlaceConfirmed extends PlaceMessage {
  protected say({ id, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    const told = payload as PlaceTold;
    return this.bureau.confirm(id, { ...told, voyage: voyageOf(told.voyage) }, appendedAt);
  }
}

@Injectable()
@HandlesTopic('sea-scattering.moved')
export class PlaceMoved extends PlaceMessage {
  protected say({ id, order, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.bureau.move(id, order, voyageOf((payload as MoveTold).voyage), appendedAt);
  }
}

@Injectable()
@HandlesTopic('sea-scattering.suspended')
export class PlaceSuspended extends PlaceMessage {
  protected say({ id, order, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.bureau.suspend(id, order, appendedAt);
  }
}

@Injectable()
@HandlesTopic('sea-scattering.cancelled')
export class PlaceCancelled extends PlaceMessage {
  protected say({ id, order, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.bureau.cancel(id, order, appendedAt);
  }
}

/** Only the newest matters: one that waited while the family changed its mind again is not said at all. */
@Injectable()
@HandlesTopic('sea-scattering.party-changed')
export class PartyChanged extends PlaceMessage {
  protected async say({ id, order, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    if (await this.filings.isOutdated(order, id)) return { kind: 'done', body: {} };
    return this.bureau.changeParty(id, order, payload as PartyTold, appendedAt);
  }
}

/** What is read out to who is on the phone. */
@Injectable()
@HandlesTopic('sea-scattering.phone-answered')
export class PhoneAnsweredMessage extends OutboxHandler {
  constructor(private readonly bureau: FuneralAffairs) {
    super();
  }

  deliver({ id, payload, appendedAt }: OutboxMessage): Promise<BureauAnswer> {
    return this.bureau.answerPhone(id, payload as PhoneAnswered, appendedAt);
  }

  async settled(): Promise<void> {
    // said, or the question is no longer there
  }
}
