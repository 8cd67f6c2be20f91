import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { HandlesTopic, OutboxHandler } from './outbox-handler';

const TOPIC = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;

/** Every `OutboxHandler` of the application, by the topic it carries. */
@Injectable()
export class OutboxHandlers implements OnModuleInit {
  private readonly byTopic = new Map<string, OutboxHandler>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error when two carry one topic, or a topic is not named like one: the application does not start. */
  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders({ metadataKey: HandlesTopic.KEY })) {
      const topic = this.discovery.getMetadataByDecorator(HandlesTopic, wrapper) ?? '';
      const handler: unknown = wrapper.instance;
      if (!(handler instanceof OutboxHandler))
        throw new Error(`${wrapper.name} carries ${topic} but is no OutboxHandler`);
      if (!TOPIC.test(topic)) throw new Error(`${wrapper.name}: "${topic}" is no topic; say service.event`);
      const other = this.byTopic.get(topic);
      if (other && other !== handler) throw new Error(`${topic} is carried twice, by ${wrapper.name} too`);
      this.byTopic.set(topic, handler);
    }
  }

  get topics(): readonly string[] {
    return [...this.byTopic.keys()];
  }

  /** @throws Error when nothing carries the topic. */
  get(topic: string): OutboxHandler {
    const handler = this.byTopic.get(topic);
    if (!handler) throw new Error(`no outbox handler carries ${topic}`);
    return handler;
  }
}
