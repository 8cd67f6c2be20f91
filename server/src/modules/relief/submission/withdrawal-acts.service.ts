import { randomUUID } from 'node:crypto';
import { OVER } from '@jinmen/shared/applications/case-machine';
import { Injectable } from '@nestjs/common';
import type { OpenedApplication } from '../applications/applications.repository';
import { CaseEvents } from '../cases/case-events.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { HeldItems } from '../cases/held-items.service';
import { MeansCheckRequests } from '../checks/means-check-requests.service';
import { Dispatch } from '../handoff/dispatch';

/** What taking back does to each case. */
@Injectable()
export class WithdrawalActs {
  constructor(
    private readonly cases: CasesRepository,
    private readonly events: CaseEvents,
    private readonly held: HeldItems,
    private readonly checks: MeansCheckRequests,
    private readonly dispatch: Dispatch,
  ) {}

  async fromCase(opened: OpenedCase, meant: readonly string[]): Promise<void> {
    const programmes = openProgrammes(opened).filter((code) => meant.includes(code));
    if (programmes.length === 0) return;
    const word = { kind: 'withdrawn', programmes } as const;
    await this.events.happen(opened, { id: `withdrawn:${randomUUID()}`, source: 'resident', word });
    const atBureau = programmes.filter((code) => stateOf(opened, code) === 'in-hand');
    if (atBureau.length === 0) return;
    const everything = opened.file.items.every(
      ({ programme, state }) => state !== 'in-hand' || atBureau.includes(programme),
    );
    const nothingDecided = opened.file.items.every(({ state }) => state !== 'approved' && state !== 'refused');
    await this.dispatch.withdraw(opened, everything && nothingDecided ? undefined : atBureau);
  }

  /** What waited for it, and the look into income and property, once nothing is left to decide by it. */
  async afterwards(application: OpenedApplication): Promise<void> {
    await this.held.release(application);
    const cases = await this.cases.casesForUpdate(application.row.id);
    if (cases.every(({ file }) => OVER.includes(file.state))) await this.checks.cancel(application.row.id);
  }
}

/** What may still be taken back. */
export function openProgrammes({ file }: OpenedCase): readonly string[] {
  return file.items
    .filter(({ state }) => state === 'in-hand' || state === 'held-back')
    .map(({ programme }) => programme);
}

function stateOf({ file }: OpenedCase, code: string) {
  return file.items.find(({ programme }) => programme === code)?.state;
}
