import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../platform/clock';
import { SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import { PolicyRegistry } from './policy-registry';

const MINUTE_MS = 60_000;

/**
 * Gives a booking’s units back. They rest for a time nobody can guess, so that a place cannot be handed from one to the
 * other by cancelling at an agreed moment; the waiting list looks at them first (design §6).
 */
@Injectable()
export class FreedUnits {
  constructor(
    private readonly inventory: SlotInventory,
    private readonly policies: PolicyRegistry,
    private readonly clock: Clock,
  ) {}

  async release(holdId: string, service: string, window: SlotWindow): Promise<void> {
    const { least, most } = this.policies.get(service).timers(window).restMinutes;
    const restMs = randomInt(least * MINUTE_MS, most * MINUTE_MS + 1);
    await this.inventory.release(holdId, { restUntil: instantOf(this.clock.now().getTime() + restMs) });
  }
}
