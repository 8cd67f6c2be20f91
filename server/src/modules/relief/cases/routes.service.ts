import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { districts, type StreetUnit } from '@jinmen/shared/places/places';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { isDuplicate } from '../../../platform/database/retryable';
import { Transactions } from '../../../platform/database/transactions';
import { officeName } from '../words';
import type { OpenedCase } from './cases.repository';
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
  constructor(private readonly transactions: Transactions) {}

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

  /** A street or town by its nine digits, a district's bureau of civil affairs by its six. */
  office(code: string): Office {
    const found = units.get(code);
    if (found) return { code, name: officeName(found.district, found.unit) };
    const district = districts.find((each) => each.code === code);
    return { code, name: district ? `${district.name}民政局` : code };
  }

  /** Whether it is an office of this city that a case can be with. */
  isOffice(code: string): boolean {
    return units.has(code) || districts.some((each) => each.code === code);
  }

  /** Who has the case now; a place outside the city by the name it was told with. */
  holderOf({ row, hops = [] }: Pick<OpenedCase, 'row' | 'hops'>): string {
    return this.isOffice(row.officeCode)
      ? this.office(row.officeCode).name
      : (hops.at(-1)?.office.name ?? row.officeCode);
  }

  /** Who had it as that day began. */
  holderOn({ row, hops = [] }: Pick<OpenedCase, 'row' | 'hops'>, day: CivilDate): Office {
    const moved = hops.findLast(({ since }) => dayInShanghai(since.getTime()) < day);
    return moved?.office ?? this.office(hops[0]?.from ?? row.officeCode);
  }

  /** The bureau of civil affairs over whoever has it: of the street's own district, wherever the street lies. */
  districtOf({ row }: Pick<OpenedCase, 'row'>): Office {
    return this.office(row.officeCode.slice(0, 6));
  }
}
