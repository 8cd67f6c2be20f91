import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Carrier } from './carrier';
import { DeadLetterDesk } from './dead-letter-desk';
import { DeadLetters, OutboxHealth } from './dead-letters.port';
import { Outbox } from './outbox';
import { OutboxHandlers } from './outbox-handlers';
import { OutboxHealthReader } from './outbox-health';
import { OutboxMeters } from './outbox-meters';
import { OutboxSignal } from './outbox-signal';
import { OutboxStore } from './outbox-store';
import { OutboxWatches } from './outbox-watches';
import { Relay } from './relay';
import { RelayPace } from './relay-pace';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Carrier,
    Outbox,
    OutboxHandlers,
    OutboxMeters,
    OutboxSignal,
    OutboxStore,
    OutboxWatches,
    Relay,
    RelayPace,
    { provide: DeadLetters, useClass: DeadLetterDesk },
    { provide: OutboxHealth, useClass: OutboxHealthReader },
  ],
  exports: [Outbox, DeadLetters, OutboxHealth],
})
export class OutboxModule {}
