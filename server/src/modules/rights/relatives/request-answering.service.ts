import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { People } from '../../identity/people.port';
import { CallList } from '../../notices/call-list.port';
import { Deletions } from '../forgetting/deletions.service';
import type { RelativesDesk } from './deceased-request-desk.port';
import { RelativesCopy } from './relatives-copy.service';
import { relativesWords as words } from './relatives-words';
import { over, RequestInHand } from './request-in-hand.service';

/** What becomes of a request, at a second colleague's; see `DeceasedRequestDesk`. */
@Injectable()
export class RequestAnswering {
  constructor(
    private readonly inHand: RequestInHand,
    private readonly copies: RelativesCopy,
    private readonly deletions: Deletions,
    private readonly people: People,
    private readonly calls: CallList,
    private readonly transactions: Transactions,
  ) {}

  async copy(desk: RelativesDesk, id: string): Promise<string> {
    const { staffId } = desk;
    await this.inHand.mayAnswer(desk, id, 'copy');
    return this.transactions.run(async () => {
      const found = await this.inHand.find(desk, id);
      await this.calls.countLook(staffId);
      const text = await this.copies.of(found);
      const ending = { state: 'answered', by: staffId, answer: words.copied } as const;
      // a printer may have failed
      if (!this.inHand.isOfToday(found, staffId)) await this.inHand.end(found, ending);
      await this.inHand.onRecord('copied', staffId, found);
      return text;
    });
  }

  /** On record before anything goes and answered after everything went: what was interrupted is still open, and done again. */
  async delete(desk: RelativesDesk, id: string, reason: string): Promise<number> {
    const { staffId } = desk;
    await this.inHand.mayAnswer(desk, id, 'deletion');
    const accounts = await this.transactions.run(async () => {
      const found = await this.inHand.find(desk, id);
      if (found.row.state !== 'recorded') throw over();
      await this.inHand.onRecord('deleting', staffId, found, reason);
      return found.row.personId === null ? [] : this.people.accountsOf(found.row.personId);
    });
    for (const accountId of accounts) await this.deletions.delete(accountId, 'relative');
    const answer = words.deleted(accounts.length);
    await this.inHand.settle(desk, id, { state: 'answered', by: staffId, answer }, reason);
    return accounts.length;
  }

  async answer(desk: RelativesDesk, id: string, text: string, reason: string): Promise<void> {
    await this.inHand.mayAnswer(desk, id, 'correction');
    await this.inHand.settle(desk, id, { state: 'answered', by: desk.staffId, answer: text }, reason);
  }

  async refuse(desk: RelativesDesk, id: string, reason: string): Promise<void> {
    await this.inHand.mayAnswer(desk, id);
    await this.inHand.settle(desk, id, { state: 'refused', by: desk.staffId, answer: reason }, reason);
  }

  async withdraw(desk: RelativesDesk, id: string, reason: string): Promise<void> {
    await this.inHand.mayTouch(desk, id);
    await this.inHand.settle(desk, id, { state: 'withdrawn', by: desk.staffId, answer: reason }, reason);
  }
}
