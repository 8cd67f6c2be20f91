import { tidyPhone } from '@jinmen/shared/applications/check-field';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { GivenPhones } from './given-phones.port';
import { OwnPhones } from './own-phones.port';

@Injectable()
export class OwnPhonesService extends OwnPhones {
  constructor(private readonly discovery: DiscoveryService) {
    super();
  }

  async gave(accountId: string, phone: string, butAbout: string): Promise<boolean> {
    return (await this.all(accountId, butAbout)).includes(tidyPhone(phone));
  }

  async mobileOf(accountId: string): Promise<string | undefined> {
    return (await this.all(accountId)).find((phone) => phone.startsWith('1'));
  }

  private async all(accountId: string, butAbout?: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (instance instanceof GivenPhones) found.push(...(await instance.of(accountId, butAbout)));
    }
    return found.map(tidyPhone);
  }
}
