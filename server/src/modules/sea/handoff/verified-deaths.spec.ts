import type { DiscoveryService } from '@nestjs/core';
import { DeathsVerified, type VerifiedDeath } from '../../after-death/after-death.port';
import { VerifiedDeaths } from './verified-deaths.service';

const death: VerifiedDeath = {
  certificate: '129999194503099927',
  person: { name: '测试母亲', idNumber: '129999194503099927' },
  died: '2026-10-30',
};

class Listener extends DeathsVerified {
  readonly heard: VerifiedDeath[] = [];

  constructor(private readonly knows: boolean) {
    super();
  }

  async verified(told: VerifiedDeath): Promise<boolean> {
    this.heard.push(told);
    return this.knows;
  }
}

function among(...instances: readonly unknown[]): VerifiedDeaths {
  const getProviders = () => instances.map((instance) => ({ instance }));
  // all it asks of Nest's discovery
  const deaths = new VerifiedDeaths({ getProviders } as unknown as DiscoveryService);
  deaths.onModuleInit();
  return deaths;
}

it('a verified death is told to everybody who asked to know, once each, also when the first knew them', async () => {
  const [one, other] = [new Listener(true), new Listener(false)];
  expect(await among({}, one, other, one).take(death)).toBe(true);
  expect([one.heard, other.heard]).toEqual([[death], [death]]);
});

it('a death of somebody nobody here knew is not applied', async () => {
  expect(await among(new Listener(false)).take(death)).toBe(false);
  expect(await among().take(death)).toBe(false);
});
