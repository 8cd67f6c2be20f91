import { type CaseOnTheClock, type ClockReading, type StepDues, stepDues } from '@jinmen/shared/applications/clocks';
import type { FieldValues } from '@jinmen/shared/applications/field';
import { hukouOf } from '@jinmen/shared/applications/hukou';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Holidays } from '../../holidays/holidays.port';
import type { KeptEvent, OpenedCase } from '../cases/cases.repository';
import { Delegations } from '../routing/delegations.service';
import { type ClockFacts, onTheClock, openDues } from './on-the-clock';

/** Raise it when a clock of the release changes: what was reckoned with an older one is reckoned anew. */
const CLOCKS_RELEASE = 1;

/** A case with its clocks read. */
export interface ClockedCase {
  readonly facts: ClockFacts;
  readonly file: CaseOnTheClock;
  /** Of every step that has a day. */
  readonly dues: StepDues;
  /** Of those an office still has to do. */
  readonly open: StepDues;
}

/** Reads the clocks of cases, for the timeline, the receipt and the list of what is late alike. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly holidays: Holidays,
    private readonly delegations: Delegations,
    private readonly clock: Clock,
  ) {}

  async reading(): Promise<Required<ClockReading>> {
    return { today: this.clock.today(), calendar: await this.holidays.calendar() };
  }

  /** Names everything the days depend on beside the case itself. */
  async basis(): Promise<string> {
    return [CLOCKS_RELEASE, await this.holidays.version(), await this.delegations.version()].join(':');
  }

  /** Who decides is settled by the day it was handed in: a later change moves no case. */
  async of(opened: OpenedCase, events: readonly KeptEvent[], values: FieldValues): Promise<ClockedCase> {
    const facts: ClockFacts = {
      opened,
      events,
      delegated: await this.decidesItself(opened),
      hukou: hukouOf(values, programmesOf(opened)),
    };
    const file = onTheClock(facts);
    const dues = stepDues(file, catalogue, await this.reading());
    return { facts, file, dues, open: openDues(facts, dues) };
  }

  decidesItself({ row }: OpenedCase): Promise<boolean> {
    return this.delegations.decidesItself({ code: row.officeCode }, dayInShanghai(row.createdAt.getTime()));
  }
}

/** What the catalogue says of the programmes of a case. */
export function programmesOf({ items }: OpenedCase): readonly Programme[] {
  return catalogue.filter(({ code }) => items.some(({ programme }) => programme === code));
}
