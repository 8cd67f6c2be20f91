import { Injectable } from '@nestjs/common';
import type { StoppedByMistake } from './after-death.port';
import { afterDeathWords as words } from './after-death-words';
import { DeathRegister } from './death-register.service';

/** Said once for each kind of thing; of two bookings one reads about bookings. */
@Injectable()
export class StoppedByMistakeReads {
  constructor(private readonly register: DeathRegister) {}

  async of(deathId: string): Promise<StoppedByMistake> {
    const said = new Map<string, StoppedByMistake['items'][number]>();
    for (const { what, state } of await this.register.effectsOf(deathId)) {
      if (what === 'survivor' || (state !== 'restored' && state !== 'to-do-again')) continue;
      const restored = state === 'restored';
      said.set(`${what} ${state}`, { what, restored, how: words.how[what][restored ? 'restored' : 'again'] });
    }
    return { items: [...said.values()] };
  }
}
