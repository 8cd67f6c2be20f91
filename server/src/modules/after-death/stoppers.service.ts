import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { DeathEffect } from './death.entity';
import { STOPPED_WHATS, StopsAtDeath } from './stops-at-death.port';

/** Every `StopsAtDeath` of the application, in the order they stop. */
@Injectable()
export class Stoppers implements OnApplicationBootstrap {
  private stoppers: readonly StopsAtDeath[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  get all(): readonly StopsAtDeath[] {
    return this.stoppers;
  }

  onApplicationBootstrap(): void {
    const found = this.discovery.getProviders().map(({ instance }) => instance);
    const stoppers = [...new Set(found)].filter((each): each is StopsAtDeath => each instanceof StopsAtDeath);
    const turn = ({ what }: StopsAtDeath) => STOPPED_WHATS.indexOf(what);
    this.stoppers = stoppers.sort((one, other) => turn(one) - turn(other));
  }

  /** None of who was only told. */
  find(of: DeathEffect['what']): StopsAtDeath | undefined {
    return this.stoppers.find(({ what }) => what === of);
  }

  /** Which of its kind it was, where that says something. */
  async named({ what, objectId }: Pick<DeathEffect, 'what' | 'objectId'>): Promise<string | undefined> {
    return this.find(what)?.named(objectId);
  }
}
