import { type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import type { BureauAnswer } from '../bureau-http/bureau-answer';
import { CallbackHandler, type CallbackOutcome, HandlesCallbacks } from '../inbox/callback-handler';
import { CallbackHandlers } from '../inbox/callback-handlers';
import { HandlesTopic, OutboxHandler } from './outbox-handler';
import { OutboxHandlers } from './outbox-handlers';

class Tea extends OutboxHandler {
  async deliver(): Promise<BureauAnswer> {
    return { kind: 'pending' };
  }

  async settled(): Promise<void> {}
}

@HandlesTopic('tea-house.cup-ordered')
class Green extends Tea {}

@HandlesTopic('tea-house.cup-ordered')
class Black extends Tea {}

@HandlesTopic('cup ordered')
class Nameless extends Tea {}

@HandlesTopic('tea-house.cup-broken')
class NoHandler {}

class News extends CallbackHandler {
  async handle(): Promise<CallbackOutcome> {
    return 'applied';
  }
}

@HandlesCallbacks('identity')
class Morning extends News {}

@HandlesCallbacks('identity')
class Evening extends News {}

@HandlesCallbacks({ bureau: 'identity', family: 'TEA' })
class Tasting extends News {}

@HandlesCallbacks({ bureau: 'identity', family: 'TEA' })
class Sipping extends News {}

async function boot(...providers: Provider[]) {
  const building = Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [OutboxHandlers, CallbackHandlers, ...providers],
  });
  return (await building.compile()).init();
}

describe('the handlers of an application', () => {
  it('are found by what they say on themselves', async () => {
    const module = await boot(Green, Morning);
    expect(module.get(OutboxHandlers).get('tea-house.cup-ordered')).toBe(module.get(Green));
    expect(module.get(OutboxHandlers).topics).toEqual(['tea-house.cup-ordered']);
    expect(module.get(CallbackHandlers).find('identity')).toBe(module.get(Morning));
    expect(module.get(CallbackHandlers).find('means-verification')).toBeUndefined();
    expect(() => module.get(OutboxHandlers).get('tea-house.cup-broken')).toThrow('no outbox handler');
  });

  it('of callbacks may share a bureau, a family to one and the rest to the other', async () => {
    const module = await boot(Morning, Tasting);
    const handlers = module.get(CallbackHandlers);
    expect(handlers.find('identity', 'TEA_POURED')).toBe(module.get(Tasting));
    expect(handlers.find('identity', 'COFFEE')).toBe(module.get(Morning));
  });

  it.each<[string, Provider[], string]>([
    ['two carry one topic', [Green, Black], 'carried twice'],
    ['a topic is not named like one', [Nameless], 'is no topic'],
    ['what carries a topic is no handler', [NoHandler], 'is no OutboxHandler'],
    ['two listen to one bureau', [Morning, Evening], 'listened to twice'],
    ['two listen to one family', [Morning, Tasting, Sipping], 'listened to twice'],
  ])('do not let it start when %s', async (_why, providers, words) => {
    await expect(boot(...providers)).rejects.toThrow(words);
  });
});
