import { randomUUID } from 'node:crypto';
import type { CaseFile, PaperRequest } from '@jinmen/shared/applications/case-file';
import type { Filing, HeldBack } from '@jinmen/shared/applications/filing';
import type { DecisionView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { CaseHopRow, hopWhy } from '../routing/case-hop.entity';
import { CaseEventRow, type EVENT_SOURCES, eventDetail, type Said } from './case-event.entity';
import { CaseItemRow, itemDecision } from './case-item.entity';
import { CaseSigning } from './case-signing';
import { casePapers, ReliefCase } from './relief-case.entity';

/** What a bureau decided, as it said it; what to do next is added when it is shown. */
export type Decision = Omit<DecisionView, 'next'>;

export interface OpenedItem {
  readonly id: string;
  readonly programme: string;
  readonly held: readonly HeldBack[];
  readonly decision?: Decision;
}

/** A case with everything of it that has a state. */
export interface OpenedCase {
  readonly row: Readonly<ReliefCase>;
  /** The offices it was sent on to since it was handed in, in order. */
  readonly hops?: readonly Hop[];
  readonly file: CaseFile;
  readonly items: readonly OpenedItem[];
  /** What was said of it, in the order it was written. */
  readonly said: readonly Said[];
}

/** An office a case came to after the first. */
export interface Hop {
  /** Code of the office it came from. */
  readonly from: string;
  readonly office: { readonly code: string; readonly name: string };
  readonly since: Date;
  readonly why: string;
  readonly source: 'bureau' | 'staff';
}

export type NewHop = Omit<Hop, 'from'>;

/** Something said about a case, as it is kept. */
export interface KeptEvent {
  readonly id: string;
  readonly caseId: string;
  readonly eventId: string;
  readonly at: Date;
  readonly kind: string;
  readonly source: (typeof EVENT_SOURCES)[number];
  /** Absent: it had its effect. */
  readonly whyNot?: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const PAGE = 200;

/** All SQL about cases. Whoever changes one has locked its application before. */
@Injectable()
export class CasesRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly signing: CaseSigning,
  ) {}

  async create(
    applicationId: string,
    bureau: string,
    officeCode: string,
    filings: readonly Filing[],
  ): Promise<OpenedCase> {
    const { manager } = this.transactions;
    const state = filings.every(({ held }) => held.length > 0) ? ('held-back' as const) : ('submitted' as const);
    const row: ReliefCase = {
      id: randomUUID(),
      applicationId,
      bureau,
      officeCode,
      state,
      papers: null,
      createdAt: this.clock.now(),
      signedUpTo: null,
      signed: null,
    };
    const items: CaseItemRow[] = filings.map(({ programme, held }) => ({
      id: randomUUID(),
      caseId: row.id,
      programme,
      state: held.length > 0 ? 'held-back' : 'in-hand',
      held,
      decision: null,
    }));
    const opened = this.opened(row, items, []);
    const signed = { ...row, ...this.signing.sign(opened) };
    await manager.insert(ReliefCase, signed);
    await manager.insert(CaseItemRow, items);
    return { ...opened, row: signed };
  }

  /** Whose case it is; none for a number nobody gave out. */
  async applicationOf(
    caseId: string,
  ): Promise<{ readonly applicationId: string; readonly bureau: string } | undefined> {
    return (await this.transactions.manager.findOneBy(ReliefCase, { id: caseId })) ?? undefined;
  }

  /** In catalogue order of what they ask for. */
  casesOf(applicationId: string): Promise<OpenedCase[]> {
    return this.read(applicationId, {});
  }

  /** Some of all cases, in the order of their ids. Where `lock`, as they stand now, for a change. */
  async page(after: string, lock: boolean): Promise<OpenedCase[]> {
    const { manager } = this.transactions;
    const held = lock ? forUpdate(manager) : {};
    const page = { where: { id: MoreThan(after) }, order: { id: 'ASC' }, take: PAGE } as const;
    return this.openedAll(await manager.find(ReliefCase, { ...page, ...held }), held);
  }

  /** As `casesOf`, as they stand now, for a change. */
  casesForUpdate(applicationId: string): Promise<OpenedCase[]> {
    return this.read(applicationId, forUpdate(this.transactions.manager));
  }

  async save(opened: OpenedCase, { state, items, papers }: CaseFile): Promise<void> {
    const { manager } = this.transactions;
    const { row, file } = opened;
    if (state !== row.state || papers !== file.papers) {
      const sealed = papers ? this.sealing.sealJson(labelIn(casePapers, row.id), papers) : null;
      await manager.update(ReliefCase, { id: row.id }, { state, papers: sealed });
    }
    for (const [index, item] of items.entries()) {
      const stored = opened.items[index];
      if (!stored || item.state === file.items[index]?.state) continue;
      // what is in hand again has no decision; the one that was stands in the event that reopened it
      const back = item.state === 'in-hand' && stored.decision ? { decision: null } : {};
      await manager.update(CaseItemRow, { id: stored.id }, { state: item.state, ...back });
    }
  }

  /** Signs it as it stands after a change; nothing on top of what somebody changed past us. */
  async resign(before: OpenedCase, after: OpenedCase): Promise<void> {
    await this.saveSignature(before.row.id, this.signing.next(before, after));
  }

  async saveSignature(id: string, signature: Pick<ReliefCase, 'signedUpTo' | 'signed'>): Promise<void> {
    await this.transactions.manager.update(ReliefCase, { id }, signature);
  }

  async saveDecision(opened: OpenedCase, programme: string, decision: Decision): Promise<void> {
    const item = opened.items.find((each) => each.programme === programme);
    if (!item) throw new Error(`case ${opened.row.id} has no ${programme}`);
    const sealed = this.sealing.sealJson(labelIn(itemDecision, item.id), decision);
    await this.transactions.manager.update(CaseItemRow, { id: item.id }, { decision: sealed });
  }

  /** Where the case is from now on. False when this was written before. */
  async addHop(opened: OpenedCase, eventId: string, hop: NewHop): Promise<boolean> {
    const { row, hops = [] } = opened;
    const { manager } = this.transactions;
    if ((await manager.countBy(CaseHopRow, { caseId: row.id, eventId })) > 0) return false;
    const { office, since, why, source } = hop;
    const id = randomUUID();
    await manager.insert(CaseHopRow, {
      id,
      caseId: row.id,
      eventId,
      position: hops.length,
      fromCode: row.officeCode,
      officeCode: office.code,
      officeName: office.name,
      since,
      source,
      why: this.sealing.seal(labelIn(hopWhy, id), why),
    });
    await manager.update(ReliefCase, { id: row.id }, { officeCode: office.code });
    const moved = (await this.casesForUpdate(row.applicationId)).find((each) => each.row.id === row.id);
    if (moved) await this.resign(opened, moved);
    return true;
  }

  /** Of a case that is locked (`casesForUpdate`): its words have their places in the order in which they came. */
  async addEvent({ detail, whyNot, ...event }: Omit<KeptEvent, 'id'>): Promise<void> {
    const id = randomUUID();
    const { manager } = this.transactions;
    const last = await manager.findOne(CaseEventRow, {
      select: { id: true, position: true },
      where: { caseId: event.caseId },
      order: { position: 'DESC' },
    });
    await manager.insert(CaseEventRow, {
      ...event,
      id,
      position: last ? last.position + 1 : 0,
      applied: whyNot === undefined ? 1 : 0,
      whyNot: whyNot ?? null,
      detail: this.sealing.sealJson(labelIn(eventDetail, id), detail),
    });
  }

  /** Whether one of these was noted of a case. */
  async hasNote(caseId: string, kinds: readonly string[]): Promise<boolean> {
    return (await this.transactions.manager.countBy(CaseEventRow, { caseId, kind: In([...kinds]) })) > 0;
  }

  /** Of these cases, as they were written; of these kinds, or all. */
  async events(caseIds: readonly string[], kinds?: readonly string[]): Promise<KeptEvent[]> {
    const where = { caseId: In([...caseIds]), ...(kinds && { kind: In([...kinds]) }) };
    const order = { at: 'ASC', position: 'ASC' } as const;
    const rows = await this.transactions.manager.find(CaseEventRow, { where, order });
    return rows.map(({ id, caseId, eventId, at, kind, source, whyNot, detail }) => ({
      id,
      caseId,
      eventId,
      at,
      kind,
      source,
      ...(whyNot !== null && { whyNot }),
      detail: this.sealing.openJson<Record<string, unknown>>(labelIn(eventDetail, id), detail),
    }));
  }

  private async read(applicationId: string, lock: ReturnType<typeof forUpdate>): Promise<OpenedCase[]> {
    const { manager } = this.transactions;
    const rows = await manager.find(ReliefCase, {
      where: { applicationId },
      ...lock,
    });
    const cases = await this.openedAll(rows, lock);
    return cases.sort((one, other) => placeOf(one) - placeOf(other));
  }

  /** Each with everything of it, in the order of `rows`. */
  private async openedAll(rows: readonly ReliefCase[], lock: ReturnType<typeof forUpdate>): Promise<OpenedCase[]> {
    if (rows.length === 0) return [];
    const { manager } = this.transactions;
    const ofThese = { caseId: In(rows.map(({ id }) => id)) };
    const items = await manager.find(CaseItemRow, { where: ofThese, order: { id: 'ASC' }, ...lock });
    const said = await manager.find(CaseEventRow, {
      select: { id: true, caseId: true, eventId: true, position: true, kind: true, applied: true, at: true },
      where: ofThese,
      order: { position: 'ASC', id: 'ASC' },
      ...lock,
    });
    const hops = await manager.find(CaseHopRow, { where: ofThese, order: { position: 'ASC' }, ...lock });
    return rows.map((row) => ({
      ...this.opened(
        row,
        items.filter(({ caseId }) => caseId === row.id),
        said.filter(({ caseId }) => caseId === row.id),
      ),
      hops: hops.filter(({ caseId }) => caseId === row.id).map((hop) => this.hop(hop)),
    }));
  }

  private hop({ id, fromCode, officeCode, officeName, since, source, why }: CaseHopRow): Hop {
    const office = { code: officeCode, name: officeName };
    return { from: fromCode, office, since, source, why: this.sealing.open(labelIn(hopWhy, id), why) };
  }

  private opened(row: ReliefCase, items: readonly CaseItemRow[], said: readonly Said[]): OpenedCase {
    const papers = row.papers && this.sealing.openJson<PaperRequest>(labelIn(casePapers, row.id), row.papers);
    return {
      row,
      file: {
        state: row.state,
        items: items.map(({ programme, state }) => ({ programme, state })),
        ...(papers && { papers }),
        applied: said.filter(({ applied }) => applied === 1).map(({ eventId }) => eventId),
      },
      said,
      items: items.map(({ id, programme, held, decision }) => ({
        id,
        programme,
        held,
        ...(decision && { decision: this.sealing.openJson<Decision>(labelIn(itemDecision, id), decision) }),
      })),
    };
  }
}

function placeOf({ items }: OpenedCase): number {
  return Math.min(...items.map(({ programme }) => catalogue.findIndex(({ code }) => code === programme)));
}
