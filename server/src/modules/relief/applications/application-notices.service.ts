import { Injectable } from '@nestjs/common';
import { Notices, type NoticeTopic } from '../../notices/notices.port';
import type { Application } from './application.entity';
import { Subjects } from './subjects.service';

/** Tells everybody who follows an application that something moved. */
@Injectable()
export class ApplicationNotices {
  constructor(
    private readonly notices: Notices,
    private readonly subjects: Subjects,
  ) {}

  /** Inside the transaction of the step it tells of. `but`: whoever took the step themself. */
  async post(
    row: Pick<Application, 'id' | 'accountId'>,
    topic: NoticeTopic,
    { but }: { readonly but?: string } = {},
  ): Promise<void> {
    for (const accountId of await this.subjects.toldOf(row)) {
      if (accountId === but) continue;
      await this.notices.post({ accountId, topic, about: { kind: 'application', id: row.id } });
    }
  }
}
