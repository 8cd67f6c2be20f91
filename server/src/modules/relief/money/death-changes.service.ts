import type { ChangeKind } from '@jinmen/shared/applications/changes';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { type ChangeContent, ChangesRepository } from './changes.repository';

/** To the offices, when a register was wrong. */
const ALIVE = '之前报的去世有误，以本人为准，请按没有这回事接着办。';

/** What a register of deaths says of a household, told to its offices as a resident would tell it. Inside a transaction. */
@Injectable()
export class DeathChanges {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly changes: ChangesRepository,
    private readonly dispatch: Dispatch,
    private readonly clock: Clock,
  ) {}

  /** `false` when no office has anything of it, or the family told of this death itself. */
  async tellOfDeath(id: string, on: CivilDate): Promise<boolean> {
    const told = await this.changes.of(id);
    if (told.some((change) => change.kind === 'death' && (change.on ?? on) === on)) return false;
    return this.tell(id, 'death', { on });
  }

  async tellOfLife(id: string): Promise<boolean> {
    return this.tell(id, 'household', { text: ALIVE });
  }

  private async tell(id: string, kind: ChangeKind, content: ChangeContent): Promise<boolean> {
    await this.applications.getForUpdate(id);
    const cases = (await this.cases.casesForUpdate(id)).filter(hears);
    if (cases.length === 0) return false;
    await this.changes.add(id, kind, content);
    const data = { kind, told: this.clock.today(), ...content };
    for (const each of cases) await this.dispatch.tell(each, { type: 'CHANGE', data });
    await this.applications.touch(id);
    return true;
  }
}

/** An office that has something of it in hand, or has granted it. */
export function hears({ file }: OpenedCase): boolean {
  return file.items.some(({ state }) => state === 'in-hand' || state === 'approved');
}
