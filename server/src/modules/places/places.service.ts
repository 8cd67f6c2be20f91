import { districts } from '@jinmen/shared/places/places';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataVersions } from '../../platform/database/data-versions';
import { Transactions } from '../../platform/database/transactions';
import { TaggedReply } from '../../platform/http/etag';
import { District } from './district.entity';
import { Street } from './street.entity';

const DATA = 'places';

@Injectable()
export class PlacesService implements OnApplicationBootstrap {
  private cached: { readonly version: number; readonly reply: TaggedReply } | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly versions: DataVersions,
  ) {}

  /** Adds the districts and streets of this release that the database does not know. */
  async onApplicationBootstrap(): Promise<void> {
    await this.versions.ensure(DATA);
    await this.transactions.run(() => this.addMissing());
  }

  /** `{districts:[{code,name,units:[{code,name,kind}]}]}`, ordered by code. */
  async reply(): Promise<TaggedReply> {
    const version = await this.versions.current(DATA);
    if (this.cached?.version === version) return this.cached.reply;
    const reply = TaggedReply.of(await this.tree());
    this.cached = { version, reply };
    return reply;
  }

  private async addMissing(): Promise<void> {
    await this.versions.lock(DATA);
    const { manager } = this.transactions;
    const known = new Set([...(await manager.find(District)), ...(await manager.find(Street))].map((row) => row.code));
    const newDistricts = districts.filter(({ code }) => !known.has(code)).map(({ code, name }) => ({ code, name }));
    const newStreets = districts
      .flatMap((district) => district.units.map((unit) => ({ ...unit, districtCode: district.code })))
      .filter(({ code }) => !known.has(code));
    if (newDistricts.length + newStreets.length === 0) return;
    await manager.insert(District, newDistricts);
    await manager.insert(Street, newStreets);
    await this.versions.bump(DATA);
  }

  private async tree() {
    const { manager } = this.transactions;
    const streets = await manager.find(Street, { order: { code: 'ASC' } });
    const found = await manager.find(District, { order: { code: 'ASC' } });
    return {
      districts: found.map(({ code, name }) => ({
        code,
        name,
        units: streets
          .filter(({ districtCode }) => districtCode === code)
          .map((street) => ({ code: street.code, name: street.name, kind: street.kind })),
      })),
    };
  }
}
