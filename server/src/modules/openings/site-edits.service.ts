import type { SiteView } from '@jinmen/shared/bookings/views';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { DataVersions } from '../../platform/database/data-versions';
import { Transactions } from '../../platform/database/transactions';
import { SiteEditRow } from './openings.entity';
import { type SiteEdit, SiteEdits } from './site-edits.port';

const DATA = 'booking-sites';

@Injectable()
export class SiteEditsService extends SiteEdits implements OnApplicationBootstrap {
  private cached: { readonly version: number; readonly rows: readonly SiteEditRow[] } = { version: 0, rows: [] };

  constructor(
    private readonly transactions: Transactions,
    private readonly versions: DataVersions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.versions.ensure(DATA);
  }

  async merged<Site extends Omit<SiteView, 'nextFreeDay'>>(service: string, sites: readonly Site[]) {
    const edits = new Map((await this.of(service)).map(({ site, fields }) => [site, fields]));
    return sites.map((site) => ({ ...site, ...edits.get(site.id) }));
  }

  async of(service: string): Promise<readonly SiteEdit[]> {
    const version = await this.versions.current(DATA);
    if (this.cached.version !== version) {
      this.cached = { version, rows: await this.transactions.manager.find(SiteEditRow) };
    }
    return this.cached.rows
      .filter((row) => row.service === service)
      .map(({ site, fields, source, editedBy, at }) => ({ site, fields, source, by: editedBy, at }));
  }

  async put(
    service: string,
    site: string,
    { fields, source }: Pick<SiteEdit, 'fields' | 'source'>,
    by: string,
    reason: string,
  ): Promise<void> {
    await this.transactions.run(async () => {
      await this.versions.lock(DATA);
      const { manager } = this.transactions;
      await manager.delete(SiteEditRow, { service, site });
      if (Object.keys(fields).length > 0) {
        await manager.insert(SiteEditRow, { service, site, fields, source, editedBy: by, at: this.clock.now() });
      }
      await this.audit.record({
        action: 'booking-site.edited',
        actor: { kind: 'staff', id: by },
        object: `booking-site:${site}`,
        reason,
        facts: { fields: Object.keys(fields).length },
      });
      await this.versions.bump(DATA);
    });
  }
}
