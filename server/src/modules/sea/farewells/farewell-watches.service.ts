import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { FarewellWatch } from './farewell-watch.port';

/** Every `FarewellWatch` of the application. */
@Injectable()
export class FarewellWatches implements OnModuleInit {
  private watches: readonly FarewellWatch[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const found = new Set<unknown>(this.discovery.getProviders().map(({ instance }) => instance));
    this.watches = [...found].filter((each) => each instanceof FarewellWatch);
  }

  async tell(farewellId: string): Promise<void> {
    for (const watch of this.watches) await watch.changed(farewellId);
  }

  async tellThrownAway(farewellId: string): Promise<void> {
    for (const watch of this.watches) await watch.thrownAway(farewellId);
  }
}
