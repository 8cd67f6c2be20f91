import { tidyPhone } from '@jinmen/shared/applications/check-field';
import type { MandateView } from '@jinmen/shared/residents/mandates';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { Problem, problems } from '../../platform/http/problem';
import { HeldRows } from '../rights/keeping/held-rows.port';
import { AnsweringPhones } from './answering-phones.service';
import type { MandateRow } from './mandate.entity';
import { MandateActs } from './mandate-acts.service';
import { MandateViews } from './mandate-views.service';
import { MandatesService } from './mandates.service';
import { ReadBacks } from './read-back.service';
import { mandateWords } from './words';

/** Messages for one mandate: whoever gets more than this is bothered, not asked. */
const MOST_SENT = 3;
const { problems: words } = mandateWords;

/** Yes, no and enough: what the two sides do after the person was asked. */
@Injectable()
export class Agreeing {
  constructor(
    private readonly mandates: MandatesService,
    private readonly acts: MandateActs,
    private readonly views: MandateViews,
    private readonly readBacks: ReadBacks,
    private readonly phones: AnsweringPhones,
    private readonly transactions: Transactions,
    private readonly held: HeldRows,
  ) {}

  async isTheirs(accountId: string, id: string): Promise<boolean> {
    return (await this.roleOf(accountId, await this.mandates.findRow({ id }))) !== undefined;
  }

  async view(accountId: string, id: string): Promise<MandateView> {
    const row = await this.mandates.findRow({ id });
    const role = await this.roleOf(accountId, row);
    if (!row || !role) throw problems.notFound();
    return this.views.of(row, role);
  }

  /**
   * The person's own yes, or the code they told their helper. A wrong code is counted whatever comes of it.
   * @throws Problem 404 for anybody else, 409 `mandate.not-waiting`, 422 `mandate.wrong-code`, `mandate.code-over`,
   * `mandate.not-their-phone` for a code from a number that is the helper's own by now.
   */
  async accept(accountId: string, id: string, code?: string): Promise<MandateView> {
    const outcome = await this.transactions.run(() => this.tryToAccept(accountId, id, code));
    if (outcome === 'over') throw new Problem(422, 'mandate.code-over', words.codeOver);
    if (outcome === 'wrong') throw new Problem(422, 'mandate.wrong-code', words.wrongCode);
    return outcome;
  }

  /**
   * Sends the message again, with another code.
   * @throws Problem 404; 409 `mandate.not-waiting`; 422 `mandate.enough-sent`; 429 `mandate.too-many-texts`.
   */
  sendAgain(accountId: string, id: string): Promise<MandateView> {
    return this.transactions.run(async () => {
      const row = await this.waitingRow(accountId, id, 'helper');
      if (row.way !== 'sms' || row.codesSent >= MOST_SENT) {
        throw new Problem(422, 'mandate.enough-sent', words.enoughSent);
      }
      await this.mustBeTheirPhone(row);
      if (!(await this.readBacks.send(row))) throw new Problem(429, 'mandate.too-many-texts', words.tooManyTexts);
      return this.views.of(row, 'helper');
    });
  }

  /**
   * The person stops it, or the helper gives it up.
   * @throws Problem 404; 409 `mandate.kept` where nothing would be left of what a legal hold keeps.
   */
  async end(accountId: string, id: string): Promise<void> {
    await this.transactions.run(async () => {
      const row = await this.mandates.findRow({ id });
      const role = await this.roleOf(accountId, row);
      if (!row || !role) throw problems.notFound();
      const actor = { kind: 'resident', id: accountId } as const;
      if (row.principalPersonId === null) {
        if (await this.held.isHeld('mandate', id)) throw new Problem(409, 'mandate.kept', words.kept);
        return this.mandates.delete(row);
      }
      if (row.endedAt !== null) return;
      await this.acts.end(row, role === 'principal' ? 'revoked' : 'ended', actor);
    });
  }

  /** By whoever holds the message. Says nothing of whether there was anything to stop. */
  async stop(phone: string, code: string): Promise<void> {
    await this.transactions.run(async () => {
      for (const { id } of await this.mandates.withCode(digits(code))) {
        const row = await this.mandates.findRow({ id });
        if (!row || row.endedAt !== null || this.mandates.principalOf(row).phone !== tidyPhone(phone)) continue;
        await this.acts.end(row, 'revoked', { kind: 'resident', id: `mandate-code:${id}` });
      }
    });
  }

  private async tryToAccept(accountId: string, id: string, code?: string): Promise<MandateView | 'wrong' | 'over'> {
    const role = code === undefined ? 'principal' : 'helper';
    const row = await this.waitingRow(accountId, id, role);
    const actor = { kind: 'resident', id: accountId } as const;
    if (code === undefined) return this.views.of(await this.acts.begin(row, actor, 'account'), role);
    if (!this.mandates.codeIsGood(row)) return 'over';
    if (this.mandates.isCode(row, digits(code))) {
      await this.mustBeTheirPhone(row);
      return this.views.of(await this.acts.begin(row, actor, 'code'), role);
    }
    await this.mandates.change(row, { codeTries: row.codeTries + 1 });
    return 'wrong';
  }

  private async mustBeTheirPhone(row: MandateRow): Promise<void> {
    const may = await this.phones.mayAnswer(row.helperAccountId, this.mandates.principalOf(row));
    if (!may) throw new Problem(422, 'mandate.not-their-phone', words.phoneNoLonger);
  }

  private async waitingRow(accountId: string, id: string, wanted: 'helper' | 'principal'): Promise<MandateRow> {
    const row = await this.mandates.findRow({ id });
    if (!row || (await this.roleOf(accountId, row)) !== wanted) throw problems.notFound();
    if (this.mandates.stateOf(row) !== 'waiting') throw new Problem(409, 'mandate.not-waiting', words.notWaiting);
    return row;
  }

  /** As the port has it; and the helper's own, as long as nobody was asked. */
  private async roleOf(accountId: string, row: MandateRow | null) {
    if (!row) return undefined;
    if (row.helperAccountId === accountId && row.principalPersonId === null) return 'helper' as const;
    return this.mandates.roleOf(accountId, row.id);
  }
}

function digits(code: string): string {
  return code.replace(/\s/g, '');
}
