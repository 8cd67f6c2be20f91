import type { CaseEvent, CaseFile, CaseWord } from '@jinmen/shared/applications/case-file';
import { apply, type NotApplicable, OVER, SAID_BY } from '@jinmen/shared/applications/case-machine';
import type { ApplicationState } from '@jinmen/shared/applications/views';
import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CaseDues } from '../clocks/case-dues.service';
import { ReliefOutcomes } from '../clocks/relief-outcomes';
import type { EVENT_SOURCES } from './case-event.entity';
import { CasesRepository, type Decision, type OpenedCase } from './cases.repository';

/** Something that happened to a case, and who says so. */
export interface Told {
  /** The same however often it is told. */
  readonly id: string;
  readonly source: (typeof EVENT_SOURCES)[number];
  readonly word: CaseWord;
  /** Kept beside the word, e.g. the sums of a decision. */
  readonly decision?: Decision;
  /** Kept beside the word as well, e.g. the decision that a reopening takes away. */
  readonly beside?: Readonly<Record<string, unknown>>;
  /** The day it was done there, where the bureau names one. */
  readonly on?: CivilDate;
  /** When it happened, if not now. */
  readonly at?: Date;
}

/** A note about a case that moves nothing, e.g. that the bureau would not take it. */
export interface Note {
  readonly id: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export type Effect =
  | { readonly applied: true; readonly case: CaseFile }
  | { readonly applied: false; readonly why: NotApplicable };

/**
 * The one place where a case changes: the machine decides, and what was said is kept, with or without an effect.
 * Inside a transaction that has locked the application.
 */
@Injectable()
export class CaseEvents {
  constructor(
    private readonly cases: CasesRepository,
    private readonly applications: ApplicationsRepository,
    private readonly dues: CaseDues,
    private readonly clock: Clock,
    private readonly outcomes: ReliefOutcomes,
  ) {}

  /**
   * @param opened read for update in this transaction, or just made in it.
   * @throws Error when the word is not theirs to say: a mistake in the code, not of whoever said it.
   */
  async happen(
    opened: OpenedCase,
    { id, source, word, decision, beside, on, at = this.clock.now() }: Told,
  ): Promise<Effect> {
    if (!SAID_BY[word.kind].includes(source)) throw new Error(`"${word.kind}" is no word of the ${source}`);
    const event: CaseEvent = { id, day: dayInShanghai(at.getTime()), ...word };
    const applied = apply(opened.file, event);
    const { kind, ...said } = word;
    const detail = { ...said, ...beside, ...(on && { on }) };
    const kept = { caseId: opened.row.id, eventId: id, at, kind, source, detail };
    if ('why' in applied) {
      // what came twice is written already
      if (applied.why !== 'twice') await this.cases.addEvent({ ...kept, whyNot: applied.why });
      return { applied: false, why: applied.why };
    }
    await this.cases.addEvent(kept);
    await this.cases.save(opened, applied.case);
    if (decision && word.kind === 'decided') await this.cases.saveDecision(opened, word.programme, decision);
    await this.settle(opened);
    await this.dues.follow(opened.row);
    await this.outcomes.happened(opened, applied.case, word, on ?? event.day);
    return { applied: true, case: applied.case };
  }

  /** Keeps a note; nothing changes by it but what the resident is told. */
  async note(opened: OpenedCase, { id, kind, detail }: Note): Promise<void> {
    await this.cases.addEvent({
      caseId: opened.row.id,
      eventId: id,
      at: this.clock.now(),
      kind,
      source: 'system',
      detail,
    });
    await this.applications.touch(opened.row.applicationId);
  }

  /** The case is signed as it stands now, and its application is what its cases say together. */
  private async settle(before: OpenedCase): Promise<void> {
    const { id, applicationId } = before.row;
    const cases = await this.cases.casesForUpdate(applicationId);
    const after = cases.find(({ row }) => row.id === id);
    if (after) await this.cases.resign(before, after);
    await this.applications.touch(applicationId, { state: stateOf(cases.map(({ file }) => file.state)) });
  }
}

/** The application is over when every case is, and withdrawn when nothing else came of any. */
function stateOf(states: readonly CaseFile['state'][]): ApplicationState {
  if (!states.every((state) => OVER.includes(state))) return 'open';
  return states.every((state) => state === 'withdrawn') ? 'withdrawn' : 'closed';
}
