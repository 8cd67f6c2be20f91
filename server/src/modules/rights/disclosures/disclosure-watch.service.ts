import { Injectable } from '@nestjs/common';
import { type Carried, OutboxWatch } from '../../../platform/outbox/outbox-watch.port';
import { DisclosuresService } from './disclosures.service';

/** Writes down what a bureau got, with the mark that it did. */
@Injectable()
export class DisclosureWatch extends OutboxWatch {
  constructor(private readonly disclosures: DisclosuresService) {
    super();
  }

  received(message: Carried): Promise<void> {
    return this.disclosures.received(message);
  }
}
