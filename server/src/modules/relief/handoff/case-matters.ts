import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { COMMON_KINDS } from '../../../bureaus/common-messages/common-kinds.port';
import type { CommonEvent } from '../../../bureaus/common-messages/common-messages.port';
import type { OpenedApplication } from '../applications/applications.repository';
import type { OpenedCase } from '../cases/cases.repository';
import { CaseMatter, type SaidMessage, SaidOnFiling } from './case-matter';

/** Every `CaseMatter` and `SaidOnFiling` of the application. */
@Injectable()
export class CaseMatters implements OnModuleInit {
  private readonly byKind = new Map<CommonEvent['kind'], CaseMatter>();
  private said: readonly SaidOnFiling[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error when two take one kind, or nobody does: the application does not start. */
  onModuleInit(): void {
    const found = new Set<unknown>(this.discovery.getProviders().map(({ instance }) => instance));
    this.said = [...found].filter((each) => each instanceof SaidOnFiling);
    for (const matter of [...found].filter((each) => each instanceof CaseMatter)) {
      for (const kind of matter.kinds) {
        const other = this.byKind.get(kind);
        if (other)
          throw new Error(`${kind} is taken twice, by ${other.constructor.name} and ${matter.constructor.name}`);
        this.byKind.set(kind, matter);
      }
    }
    const lost = COMMON_KINDS.find((kind) => !this.byKind.has(kind));
    if (lost) throw new Error(`nobody takes ${lost}: a bureau would say it to nobody`);
  }

  of(kind: CommonEvent['kind']): CaseMatter {
    const matter = this.byKind.get(kind);
    if (!matter) throw new Error(`nobody takes ${kind}`);
    return matter;
  }

  /** What goes to the bureau right behind the case. */
  async saidOnFiling(application: OpenedApplication, opened: OpenedCase): Promise<readonly SaidMessage[]> {
    const messages: SaidMessage[] = [];
    for (const each of this.said) messages.push(...(await each.messages(application, opened)));
    return messages;
  }
}
