import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { ReplacedService, Replaces } from './replaced-service.port';

/** Every service whose people are placed anew. Refuses to start when one says no code, or two say the same. */
@Injectable()
export class ReplacedServices implements OnModuleInit {
  private readonly found = new Map<string, ReplacedService>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error naming what is wrong. */
  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      if (!(wrapper.instance instanceof ReplacedService)) continue;
      const code = this.discovery.getMetadataByDecorator(Replaces, wrapper);
      if (code === undefined) throw new Error('a ReplacedService has no @Replaces');
      const other = this.found.get(code);
      if (other && other !== wrapper.instance) throw new Error(`two services replace ${code}`);
      this.found.set(code, wrapper.instance);
    }
  }

  find(code: string): ReplacedService | undefined {
    return this.found.get(code);
  }

  get all(): ReadonlyMap<string, ReplacedService> {
    return this.found;
  }
}
