import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { OutboxMessage } from './outbox-handler';
import { OutboxWatch } from './outbox-watch.port';

/** Every `OutboxWatch` of the application. */
@Injectable()
export class OutboxWatches implements OnModuleInit {
  private watches: readonly OutboxWatch[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const found = new Set<unknown>(this.discovery.getProviders().map(({ instance }) => instance));
    this.watches = [...found].filter((each) => each instanceof OutboxWatch);
  }

  async tell(message: OutboxMessage, accounts?: readonly string[]): Promise<void> {
    const { payload: _unsaid, ...carried } = message;
    for (const watch of this.watches) await watch.received({ ...carried, ...(accounts && { accounts }) });
  }
}
