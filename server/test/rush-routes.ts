import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Body, Controller, HttpCode, Module, Post, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { IsInt } from 'class-validator';
import { PolicyRegistry } from '../src/modules/bookings/policy-registry';
import { SlotDesk } from '../src/modules/slot-inventory/slot-inventory.port';
import { AccessTokens } from '../src/platform/auth/access-tokens';
import { Clock, instantOf } from '../src/platform/clock';
import { Transactions } from '../src/platform/database/transactions';
import { Access } from '../src/platform/http/access';
import { tokensOf } from './rush-people';

const SERVICE = 'marriage-registration';
const DAY_MS = 24 * 3_600_000;
const SLOT_MS = 60_000;
const AHEAD_DAYS = 30;

class WindowsWish {
  /** One after the other, so that no round meets the windows of another. */
  @IsInt()
  round!: number;

  @IsInt()
  windows!: number;

  @IsInt()
  seats!: number;
}

class ResidentsWish {
  @IsInt()
  most!: number;
}

/** What a measurement needs before it begins, on the server that is measured. For benchmarks alone. */
@Controller('api/v1/rush')
export class RushController {
  constructor(private readonly modules: ModuleRef) {}

  /** Fresh windows for a registration, one a site, as the desk opens them; open since yesterday. */
  @Post('windows')
  @HttpCode(201)
  @Access('public')
  async open(@Body() { round, windows, seats }: WindowsWish): Promise<{ readonly windowIds: readonly string[] }> {
    const now = this.find(Clock).now().getTime();
    const startsAt = instantOf(Math.floor(now / DAY_MS + AHEAD_DAYS) * DAY_MS + round * SLOT_MS);
    const change = (site: string) => ({
      act: 'open' as const,
      window: {
        pool: { service: SERVICE, site, kind: 'registration' },
        day: dayInShanghai(startsAt.getTime()),
        startsAt,
        endsAt: instantOf(startsAt.getTime() + SLOT_MS),
        capacity: seats,
        heldBack: 0,
        opensAt: instantOf(now - DAY_MS),
        closesAt: startsAt,
        marks: {},
      },
    });
    const sites = (await this.find(PolicyRegistry).get(SERVICE).sites()).slice(0, windows).map(({ id }) => id);
    const effects = await this.find(Transactions).run(() => this.find(SlotDesk).apply(sites.map(change)));
    return {
      windowIds: effects.flatMap(({ outcome, windowId }) => (outcome === 'made' && windowId ? [windowId] : [])),
    };
  }

  /** Whoever has a session, with a token that is good for a quarter of an hour. */
  @Post('residents')
  @HttpCode(201)
  @Access('public')
  async residents(@Body() { most }: ResidentsWish): Promise<{ readonly tokens: readonly string[] }> {
    return { tokens: await tokensOf(this.find(Transactions), this.find(AccessTokens), most) };
  }

  private find<Provider>(token: abstract new (...given: never[]) => Provider): Provider {
    return this.modules.get(token as Type<Provider>, { strict: false });
  }
}

@Module({ controllers: [RushController] })
export class RushModule {}
