import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { BUREAU_CODES, type BureauCode } from '../config/bureau-address';
import { CallbackHandler, HandlesCallbacks } from './callback-handler';

/** Every `CallbackHandler` of the application, by the bureau it listens to. */
@Injectable()
export class CallbackHandlers implements OnModuleInit {
  private readonly byBureau = new Map<BureauCode, CallbackHandler>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error when two listen to one bureau, or to one nobody knows: the application does not start. */
  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders({ metadataKey: HandlesCallbacks.KEY })) {
      const bureau = this.discovery.getMetadataByDecorator(HandlesCallbacks, wrapper);
      const handler: unknown = wrapper.instance;
      if (!(handler instanceof CallbackHandler)) throw new Error(`${wrapper.name} is no CallbackHandler`);
      if (bureau === undefined || !BUREAU_CODES.includes(bureau)) throw new Error(`${wrapper.name}: no such bureau`);
      const other = this.byBureau.get(bureau);
      if (other && other !== handler) throw new Error(`${bureau} is listened to twice, by ${wrapper.name} too`);
      this.byBureau.set(bureau, handler);
    }
  }

  find(bureau: BureauCode): CallbackHandler | undefined {
    return this.byBureau.get(bureau);
  }
}
