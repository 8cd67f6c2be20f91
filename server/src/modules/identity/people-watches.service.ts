import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { PeopleWatch } from './people-watch.port';

/** Every `PeopleWatch` of the application. */
@Injectable()
export class PeopleWatches implements OnModuleInit {
  private watches: readonly PeopleWatch[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const found = new Set<unknown>(this.discovery.getProviders().map(({ instance }) => instance));
    this.watches = [...found].filter((each) => each instanceof PeopleWatch);
  }

  async tell(accountId: string, personId: string): Promise<void> {
    for (const watch of this.watches) await watch.knownOn(accountId, personId);
  }
}
