import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { COMMON_KINDS } from '../../../bureaus/common-messages/common-kinds.port';
import type { CommonEvent } from '../../../bureaus/common-messages/common-messages.port';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { CaseMatter } from './case-matter';
import { CaseMatters } from './case-matters';

class TakesAll extends CaseMatter {
  readonly kinds: readonly CommonEvent['kind'][] = COMMON_KINDS;

  take(): Promise<CallbackOutcome> {
    return Promise.resolve('applied');
  }
}
class TakesOneMore extends TakesAll {
  override readonly kinds = COMMON_KINDS.slice(0, 1);
}

async function start(...matters: readonly (new () => CaseMatter)[]): Promise<CaseMatters> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [CaseMatters, ...matters],
  }).compile();
  await module.init();
  return module.get(CaseMatters);
}

describe('what bureaus say in common words', () => {
  it('goes to the matter that takes its kind', async () => {
    const matters = await start(TakesAll);
    for (const kind of COMMON_KINDS) expect(matters.of(kind)).toBeInstanceOf(TakesAll);
  });

  it('does not boot when two take a kind', async () => {
    await expect(start(TakesAll, TakesOneMore)).rejects.toThrow(/is taken twice, by TakesAll and TakesOneMore/);
  });

  it('does not boot when nobody does', async () => {
    await expect(start()).rejects.toThrow(/nobody takes/);
  });
});
