import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Notice } from './notice.entity';
import { type NoticeContact, NoticeContacts } from './notices.port';

/** What a message is about, and whom it is for. */
type Addressed = Pick<Notice, 'aboutKind' | 'aboutId' | 'accountId'>;

/** Every keeper of contacts there is, by the kind of thing it keeps. */
@Injectable()
export class Contacts implements OnApplicationBootstrap {
  private readonly keepers = new Map<string, NoticeContacts>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error when two keep the same kind. */
  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!(instance instanceof NoticeContacts)) continue;
      const other = this.keepers.get(instance.kind);
      if (other && other !== instance) throw new Error(`two keep the contacts of "${instance.kind}"`);
      this.keepers.set(instance.kind, instance);
    }
  }

  async find({ aboutKind, aboutId, accountId }: Addressed): Promise<NoticeContact | undefined> {
    return this.keepers.get(aboutKind)?.find(aboutId, accountId);
  }
}
