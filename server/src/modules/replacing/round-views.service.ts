import type { Plan } from '@jinmen/shared/replacing/placing';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { maskedName, maskedPhone } from '../../platform/masking';
import { RoundPlans } from './planning/round-plans';
import type {
  ReplacedContact,
  ReplacedService,
  ReplacedSlot,
  ReplacedSubject,
  RoundKind,
} from './replaced-service.port';
import type { CallReason, RoundCall, RoundMember, RoundView } from './replacing-desk.port';
import type { ReplacingMove, ReplacingRound } from './round.entity';
import { RoundContacts } from './round-contacts.service';
import { RoundsRepository } from './rounds.repository';

/** A round as staff see it. */
@Injectable()
export class RoundViews {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly plans: RoundPlans,
    private readonly contacts: RoundContacts,
    private readonly clock: Clock,
  ) {}

  async of(code: string, service: ReplacedService, kind: RoundKind): Promise<RoundView> {
    const { subjects, slots } = await this.plans.world(service, kind);
    const open = await this.rounds.findOpen(code, kind);
    const last = await this.rounds.findLast(code, kind);
    const ids = subjects.map(({ id }) => id);
    const plan = planOf(open);
    return {
      ...{ service: code, title: service.title, kind, waiting: subjects.length },
      ...(open?.plannedAt && { plannedAt: open.plannedAt.toISOString() }),
      ...(plan && { proven: plan.proven, stale: isStale(plan, subjects, slots) }),
      ...(plan?.fairest !== undefined && { fairest: plan.fairest }),
      members: await this.members(open, plan, subjects),
      slots: slots.map(({ id, startsAt, words }) => ({ id, startsAt: startsAt.toISOString(), words })),
      ...(last?.appliedAt && { lastAppliedAt: last.appliedAt.toISOString() }),
      calls: [
        ...(await service.toCallFirst(kind)).map(callFirst),
        ...(await this.calls(service, await this.rounds.movesToCall(code, kind, ids), subjects, slots)),
      ],
    };
  }

  private async members(
    open: ReplacingRound | null,
    plan: Plan | undefined,
    subjects: readonly ReplacedSubject[],
  ): Promise<readonly RoundMember[]> {
    const pins = new Map((open ? await this.rounds.pinsOf(open.id) : []).map((pin) => [pin.party, pin]));
    const history = await this.rounds.historyOf(subjects.map((subject) => subject.history));
    return subjects.map((subject): RoundMember => {
      const { hardships, rounds } = history.get(subject.history) ?? { hardships: 0, rounds: 0 };
      const placed = plan?.placed.find(({ party }) => party === subject.id);
      const why = plan?.unplaced.find(({ party }) => party === subject.id)?.why;
      const pin = pins.get(subject.id);
      const badPin = plan?.badPins.find(({ party }) => party === subject.id)?.why;
      return {
        ...{ id: subject.id, name: maskedName(subject.name), words: subject.words, hardships },
        displaced: rounds + (subject.lost ? 1 : 0),
        ...(subject.lost && { lost: subject.lost.startsAt.toISOString() }),
        ...(placed && { slot: placed.slot, worse: placed.worse }),
        others: placed?.others ?? [],
        ...(why && { why }),
        ...(pin && { pinned: pin.slot === undefined ? 'not-now' : 'here' }),
        ...(badPin && { badPin }),
      };
    });
  }

  /** Those whom a message is not enough for, or who were silent until it was over. */
  private async calls(
    service: ReplacedService,
    moves: readonly ReplacingMove[],
    waiting: readonly ReplacedSubject[],
    slots: readonly ReplacedSlot[],
  ): Promise<readonly RoundCall[]> {
    const calls: RoundCall[] = [];
    for (const move of moves) {
      const subject = waiting.find(({ id }) => id === move.subject);
      if (subject && isOfAnEarlierLoss(move, subject)) continue;
      const reason = this.reasonOf(move, subject !== undefined);
      const contact = reason && (subject ? contactOf(subject) : await this.contacts.find(service, move));
      if (!reason || !contact || (reason === 'phone-only' && contact.reads)) continue;
      const slot = slots.find(({ id }) => id === move.slotId);
      calls.push({
        ...{ id: move.subject, name: maskedName(contact.name), reason },
        ...(contact.phone !== undefined && { phone: maskedPhone(contact.phone) }),
        ...(slot && { slot: slot.startsAt.toISOString() }),
        ...(move.keptUntil && { keptUntil: move.keptUntil.toISOString() }),
        ...(move.calledAt && { calledAt: move.calledAt.toISOString() }),
      });
    }
    return calls;
  }

  private reasonOf({ callReason, keptUntil, answer }: ReplacingMove, waits: boolean): CallReason | undefined {
    const isOver = waits && keptUntil !== null && keptUntil <= this.clock.now();
    if (answer === 'later') return isOver ? 'later' : undefined;
    if (isOver) return 'no-answer';
    return (callReason as CallReason | null) ?? undefined;
  }
}

/** They took a time since, and lost that one too. */
function isOfAnEarlierLoss({ lostSlotId }: ReplacingMove, { lost }: ReplacedSubject): boolean {
  return (lost?.slot ?? null) !== lostSlotId;
}

function contactOf({ name, phone, accountId, wantsCalls }: ReplacedSubject): ReplacedContact {
  return { name, reads: accountId !== undefined && !wantsCalls, ...(phone !== undefined && { phone }) };
}

function callFirst({ id, name, phone }: ReplacedSubject): RoundCall {
  return { id, name: maskedName(name), ...(phone !== undefined && { phone: maskedPhone(phone) }), reason: 'differs' };
}

export function planOf(round: ReplacingRound | null): Plan | undefined {
  return round?.plan ? (JSON.parse(round.plan) as Plan) : undefined;
}

function isStale(plan: Plan, subjects: readonly ReplacedSubject[], slots: readonly ReplacedSlot[]): boolean {
  const planned = [...plan.placed, ...plan.unplaced].map(({ party }) => party).toSorted();
  const now = subjects.map(({ id }) => id).toSorted();
  const there = new Set(slots.map(({ id }) => id));
  return planned.join() !== now.join() || plan.placed.some(({ slot }) => !there.has(slot));
}
