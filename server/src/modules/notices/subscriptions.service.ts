import type { SubscriptionTemplatesView } from '@jinmen/shared/residents/views';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { type GrantResult, Grants } from './grants.service';

/** What may be asked for in a tap, and what was answered. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly config: Config,
    private readonly grants: Grants,
  ) {}

  templates(): SubscriptionTemplatesView {
    const id = this.config.wechat?.progressTemplate;
    return { templates: id === undefined ? [] : [{ id, topic: 'application-progress' }] };
  }

  /** Answers about a template that is not ours are let go: an older phone may ask for one that was changed. */
  record(accountId: string, results: readonly { template: string; result: GrantResult }[]): Promise<void> {
    const ours = new Set(this.templates().templates.map(({ id }) => id));
    return this.grants.record(
      accountId,
      results.filter(({ template }) => ours.has(template)),
    );
  }
}
