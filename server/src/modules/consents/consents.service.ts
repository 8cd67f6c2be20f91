import { randomUUID } from 'node:crypto';
import { contentHash } from '@jinmen/shared/kernel/content-hash';
import { type ConsentPurpose, consentText, consentTextOf, consentTexts } from '@jinmen/shared/residents/consent-texts';
import type { ConsentView } from '@jinmen/shared/residents/views';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { pastDuplicates } from '../../platform/database/past-duplicates';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { Consent, type ConsentAnswer, ConsentChange } from './consent.entity';
import { Consents, consentRequired } from './consents.port';

/** All SQL about consents. */
@Injectable()
export class ConsentsService extends Consents {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    super();
  }

  async require(accountId: string, purpose: ConsentPurpose): Promise<void> {
    if (await this.has(accountId, purpose)) return;
    throw consentRequired(purpose);
  }

  async has(accountId: string, purpose: ConsentPurpose): Promise<boolean> {
    const consent = await this.find(accountId, purpose);
    return consent?.state === 'given' && consent.version === consentText(purpose).version;
  }

  async haveGiven(accountIds: readonly string[], purpose: ConsentPurpose): Promise<ReadonlySet<string>> {
    const { version } = consentText(purpose);
    const where = { accountId: In([...accountIds]), purpose, state: 'given', version } as const;
    const given = await this.transactions.manager.find(Consent, { where, select: { accountId: true } });
    return new Set(given.map(({ accountId }) => accountId));
  }

  /** Every purpose, in the order they are asked in. */
  async list(accountId: string): Promise<ConsentView[]> {
    const said = await this.transactions.manager.findBy(Consent, { accountId });
    return consentTexts.map((text) =>
      viewOf(
        text.purpose,
        said.find(({ purpose }) => purpose === text.purpose),
      ),
    );
  }

  /**
   * Records a yes or a no to the text in force.
   * @throws Problem 409 `consent.text-changed` when the text shown is no longer the one in force.
   */
  async answer(accountId: string, purpose: ConsentPurpose, version: number, yes: boolean): Promise<ConsentView> {
    const { version: current } = consentText(purpose);
    if (version !== current) {
      const words = '这段说明刚刚改过，请再看一遍，再定。';
      throw new Problem(409, 'consent.text-changed', words, [], { more: { purpose, version: current } });
    }
    const answer = { accountId, purpose, version, state: yes ? 'given' : 'refused' } as const;
    return pastDuplicates(1, () => this.transactions.run(() => this.write(answer)));
  }

  /** Takes a yes back, to whichever text; what was never given stays as it is. */
  async withdraw(accountId: string, purpose: ConsentPurpose): Promise<ConsentView> {
    return this.transactions.run(async () => {
      const said = await this.find(accountId, purpose);
      if (said?.state !== 'given') return viewOf(purpose, said);
      return this.write({ accountId, purpose, version: said.version, state: 'withdrawn' });
    });
  }

  private async write(answer: Omit<Consent, 'at'>): Promise<ConsentView> {
    const { accountId, purpose, version, state } = answer;
    const { manager } = this.transactions;
    const said = await this.find(accountId, purpose);
    if (said?.state === state && said.version === version) return viewOf(purpose, said);
    const now: Consent = { ...answer, at: this.clock.now() };
    if (said) await manager.update(Consent, { accountId, purpose }, { version, state, at: now.at });
    else await manager.insert(Consent, now);
    await manager.insert(ConsentChange, { ...now, id: randomUUID(), textHash: textHash(purpose, version) });
    await this.record(now);
    return viewOf(purpose, now);
  }

  /** Inside a transaction the row is held until its end: whoever else uses or withdraws this consent comes after. */
  private find(accountId: string, purpose: ConsentPurpose): Promise<Consent | null> {
    const { manager, isOpen } = this.transactions;
    // the embedded database has one transaction at a time and knows no row locks
    const locks = isOpen && manager.dataSource.options.type === 'mysql';
    const where = { accountId, purpose };
    return manager.findOne(Consent, { where, ...(locks ? { lock: { mode: 'pessimistic_write' } as const } : {}) });
  }

  private record({ accountId, purpose, version, state }: Consent): Promise<void> {
    const actor = { kind: 'resident', id: accountId } as const;
    return this.audit.record({ action: `consent.${state}`, actor, person: accountId, facts: { purpose, version } });
  }
}

/** Of the words that were answered, which a yes that is taken back need not find in force any more. */
function textHash(purpose: ConsentPurpose, version: number): string {
  const { title, text, without } = consentTextOf(purpose, version) ?? consentText(purpose);
  return contentHash({ title, text, without });
}

function viewOf(purpose: ConsentPurpose, said: Consent | null | undefined): ConsentView {
  const shown = consentText(purpose);
  if (!said) return { ...shown, state: 'not-asked' };
  const former = said.version === shown.version ? undefined : consentTextOf(shown.purpose, said.version);
  const answered = former && { title: former.title, text: former.text, without: former.without };
  return { ...shown, state: stateOf(said, shown.version), at: said.at.toISOString(), ...(answered && { answered }) };
}

/** A no stays a no when the text changes: nobody is asked again because we wrote new words. */
function stateOf({ state, version }: Consent, current: number): ConsentAnswer | 'outdated' {
  return state === 'given' && version !== current ? 'outdated' : state;
}
