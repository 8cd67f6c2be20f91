import { Injectable } from '@nestjs/common';
import type { StoppedByMistake, StoppedLine } from './after-death.port';
import { afterDeathWords as words } from './after-death-words';
import { DeathRegister } from './death-register.service';
import { Stoppers } from './stoppers.service';

/** Said once for each kind of thing; of two bookings one reads once how to book again. */
@Injectable()
export class StoppedByMistakeReads {
  constructor(
    private readonly register: DeathRegister,
    private readonly stoppers: Stoppers,
  ) {}

  async of(deathId: string): Promise<StoppedByMistake> {
    const said = new Map<string, StoppedLine>();
    for (const effect of await this.register.effectsOf(deathId)) {
      const { what, state } = effect;
      if (what === 'survivor' || (state !== 'restored' && state !== 'to-do-again')) continue;
      const restored = state === 'restored';
      const which = await this.stoppers.named(effect);
      const before = said.get(`${what} ${state}`)?.which ?? [];
      const how = words.how[what][restored ? 'restored' : 'again'];
      said.set(`${what} ${state}`, { what, restored, how, which: which === undefined ? before : [...before, which] });
    }
    return { items: [...said.values()] };
  }
}
