import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { problems } from '../../platform/http/problem';
import { RoundsRepository } from './rounds.repository';

/** 先放一放 is an answer: nobody calls while something is kept for them; afterwards somebody does, and the next round has them again. */
@Injectable()
export class Answers {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Once more does nothing. @throws Problem 404 when no round ever placed it. */
  later(bookingId: string): Promise<void> {
    return this.transactions.run(async () => {
      if (!(await this.rounds.answerLater(bookingId))) throw problems.notFound();
    });
  }
}
