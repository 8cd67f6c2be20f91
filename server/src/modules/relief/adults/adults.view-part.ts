import type { ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import { ViewPart } from '../applications/view-parts';
import { Adults } from './adults.service';

/** Who of the household has signed, once the form has said who lives there. */
@Injectable()
export class AdultsViewPart extends ViewPart {
  constructor(private readonly adults: Adults) {
    super();
  }

  async of(application: OpenedApplication, reader?: string): Promise<Partial<ApplicationView>> {
    const adults = await this.adults.viewsOf(application, reader);
    return {
      ...(adults.some(({ you, state }) => you && state === 'signed') && { authorised: true }),
      ...(this.adults.isKnown(application) && adults.length > 0 && { adults }),
    };
  }
}
