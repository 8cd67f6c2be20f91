import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { DeathsVerified, type VerifiedDeath } from '../../after-death/after-death.port';

/** Hands a verified death on to whatever ends with it, wherever in the house that is. */
@Injectable()
export class VerifiedDeaths implements OnModuleInit {
  private listeners: readonly DeathsVerified[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const found = new Set<unknown>(this.discovery.getProviders().map(({ instance }) => instance));
    this.listeners = [...found].filter((each) => each instanceof DeathsVerified);
  }

  /** Whether anybody here knew them. */
  async take(death: VerifiedDeath): Promise<boolean> {
    let known = false;
    for (const each of this.listeners) known = (await each.verified(death)) || known;
    return known;
  }
}
