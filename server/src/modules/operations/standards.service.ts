import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { standardsInForce } from '@jinmen/shared/standards/in-force';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Standards } from '../standards/standards.port';
import { standardName } from './standard-names';

/** One figure as it stands in the table. */
export interface StandardView {
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly inForce: boolean;
  readonly document: string;
  readonly article?: string;
  readonly note?: string;
}

/** Every figure the house works with, past and coming ones too. */
@Injectable()
export class StandardRows {
  constructor(
    private readonly standards: Standards,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<StandardView[]> {
    const { rows } = await this.standards.table();
    const today = new Set(standardsInForce(rows, this.clock.today()));
    return rows.map((row) => {
      const { key, value, unit, from, to, source, note } = row;
      return {
        ...{
          key,
          name: standardName(key),
          value,
          unit,
          from,
          inForce: today.has(row),
          document: source.document,
        },
        ...(to === undefined ? {} : { to }),
        ...(source.article === undefined ? {} : { article: source.article }),
        ...(note === undefined ? {} : { note }),
      };
    });
  }
}
