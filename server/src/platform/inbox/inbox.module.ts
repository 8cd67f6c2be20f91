import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BureauCallbacksController } from './bureau-callbacks.controller';
import { CallbackHandlers } from './callback-handlers';
import { CallbackSignature } from './callback-signature';
import { Inbox } from './inbox';
import { NonceSweep } from './nonce-sweep.job';

@Module({
  imports: [DiscoveryModule],
  controllers: [BureauCallbacksController],
  providers: [CallbackHandlers, CallbackSignature, Inbox, NonceSweep],
})
export class InboxModule {}
