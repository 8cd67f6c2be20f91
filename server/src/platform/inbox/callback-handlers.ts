import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { BUREAU_CODES, type BureauCode } from '../config/bureau-address';
import { CallbackHandler, HandlesCallbacks, type Heard } from './callback-handler';

interface Listener {
  readonly bureau: BureauCode;
  /** `''`: whatever no family takes. */
  readonly family: string;
  readonly handler: CallbackHandler;
}

/** Every `CallbackHandler` of the application, by the bureau it listens to. */
@Injectable()
export class CallbackHandlers implements OnModuleInit {
  private readonly listeners: Listener[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error when two listen to the same, or to a bureau nobody knows: the application does not start. */
  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders({ metadataKey: HandlesCallbacks.KEY })) {
      const heard = this.discovery.getMetadataByDecorator(HandlesCallbacks, wrapper);
      const handler: unknown = wrapper.instance;
      if (!(handler instanceof CallbackHandler)) throw new Error(`${wrapper.name} is no CallbackHandler`);
      this.add(listenerOf(heard, handler), String(wrapper.name));
    }
    // the longest family first: it says most exactly what it takes
    this.listeners.sort((one, other) => other.family.length - one.family.length);
  }

  /** @param type without one, whoever takes what no family does. */
  find(bureau: BureauCode, type = ''): CallbackHandler | undefined {
    return this.listeners.find((each) => each.bureau === bureau && type.startsWith(each.family))?.handler;
  }

  private add(listener: Listener, name: string): void {
    const { bureau, family, handler } = listener;
    if (!BUREAU_CODES.includes(bureau)) throw new Error(`${name}: no such bureau`);
    const other = this.listeners.find((each) => each.bureau === bureau && each.family === family);
    if (other && other.handler !== handler) throw new Error(`${bureau} is listened to twice, by ${name} too`);
    if (!other) this.listeners.push(listener);
  }
}

function listenerOf(heard: Heard | undefined, handler: CallbackHandler): Listener {
  if (typeof heard === 'object') return { ...heard, handler };
  return { bureau: heard as BureauCode, family: '', handler };
}
