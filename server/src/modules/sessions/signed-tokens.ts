import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { forUpdate } from '../../platform/database/row-lock';
import { selectRows } from '../../platform/database/rows';
import { Transactions } from '../../platform/database/transactions';
import { type RowAsItStands, writtenOnce } from '../../platform/signed-rows/row-signing';
import { SignedRows, type SignedTable } from '../../platform/signed-rows/signed-rows';
import { RefreshToken } from './refresh-token.entity';
import { Session } from './session.entity';
import { TokenSigning } from './token-signing';

const PAGE = 500;

type Standing = RowAsItStands<RefreshToken>;

/** That every token not used yet goes on with the session it was given for, of the account that signed in. */
@Injectable()
export class SignedTokens implements SignedTable<Standing> {
  readonly name = 'refresh-token';

  constructor(
    rows: SignedRows,
    private readonly transactions: Transactions,
    private readonly signing: TokenSigning,
  ) {
    rows.add(this);
  }

  async page(after: string, lock: boolean): Promise<readonly Standing[]> {
    const { manager } = this.transactions;
    const held = lock && forUpdate(manager).lock ? ' FOR UPDATE' : '';
    const rest = `WHERE used_at IS NULL AND digest > ? ORDER BY digest LIMIT ${PAGE}${held}`;
    const tokens = await selectRows(manager, RefreshToken, rest, [Buffer.from(after, 'hex')]);
    const sessions = await manager.findBy(Session, { id: In(tokens.map(({ sessionId }) => sessionId)) });
    const byId = new Map(sessions.map((session) => [session.id, session]));
    return tokens.map((token) => {
      const session = byId.get(token.sessionId);
      const row = session ? { ...token, session } : token;
      return { id: this.signing.idOf(row), row, changedAt: row.issuedAt, ...writtenOnce(this.signing, row) };
    });
  }

  async sign({ row }: Standing): Promise<void> {
    const signed = this.signing.sign(row);
    await this.transactions.manager.update(RefreshToken, { digest: row.digest }, { signed });
  }
}
