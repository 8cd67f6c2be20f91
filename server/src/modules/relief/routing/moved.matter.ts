import { Injectable } from '@nestjs/common';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { CaseMatter, type CommonNewsItem } from '../handoff/case-matter';
import { CaseMoves } from './case-moves.service';

/** 一城通办: the bureau gave the case to another office. */
@Injectable()
export class MovedMatter extends CaseMatter {
  readonly kinds = ['moved'] as const;

  constructor(private readonly moves: CaseMoves) {
    super();
  }

  async take({ application, opened, event, id, at }: CommonNewsItem): Promise<CallbackOutcome> {
    if (event.kind !== 'moved') return 'not-applicable';
    const { office, why } = event;
    const hop = { office, why, since: at, source: 'bureau' } as const;
    const actor = { kind: 'bureau', id: opened.row.bureau } as const;
    return (await this.moves.move(application, opened, { id, hop, actor })) ? 'applied' : 'not-applicable';
  }
}
