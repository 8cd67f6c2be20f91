import { districts, type StreetUnit } from '@jinmen/shared/places/places';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { isDuplicate } from '../../../platform/database/retryable';
import { Transactions } from '../../../platform/database/transactions';
import { officeName } from '../words';
import { Route } from './route.entity';

/** A street or town as the office it is. */
export interface Office {
  readonly code: string;
  /** e.g. `西青区西营门街道办事处`. */
  readonly name: string;
}

const units: ReadonlyMap<string, { readonly district: string; readonly unit: StreetUnit }> = new Map(
  districts.flatMap(({ name, units: of }) => of.map((unit) => [unit.code, { district: name, unit }] as const)),
);

/** 一城通办: who takes what people hand in where they live. */
@Injectable()
export class Routes implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly config: Config,
  ) {}

  /** Every street begins with itself; what an operator changed stays. */
  async onApplicationBootstrap(): Promise<void> {
    const { manager } = this.transactions;
    const known = new Set((await manager.find(Route)).map(({ streetCode }) => streetCode));
    const missing = [...units.keys()].filter((code) => !known.has(code));
    if (missing.length === 0) return;
    try {
      await this.transactions.run(() =>
        this.transactions.manager.insert(
          Route,
          missing.map((code) => ({ streetCode: code, officeCode: code })),
        ),
      );
    } catch (error) {
      if (!isDuplicate(error)) throw error; // another process starting at the same time wrote them
    }
  }

  /** The office for people of that street; the street itself where no route is known. */
  async officeFor(streetCode: string): Promise<Office> {
    const route = await this.transactions.manager.findOneBy(Route, { streetCode });
    return this.office(route?.officeCode ?? streetCode);
  }

  /** Whether its district left decisions to it: its clock is shorter then. */
  decidesItself({ code }: Pick<Office, 'code'>): boolean {
    return this.config.delegatedDistricts.includes(code.slice(0, 6));
  }

  office(code: string): Office {
    const found = units.get(code);
    return { code, name: found ? officeName(found.district, found.unit) : code };
  }
}
