import { Injectable } from '@nestjs/common';
import { RowMacs } from '../../platform/signed-rows/row-macs';
import { RowSigning } from '../../platform/signed-rows/row-signing';
import type { RefreshToken } from './refresh-token.entity';

/** Which session a token goes on with, and whose that is: the row has to come with its session. */
@Injectable()
export class TokenSigning extends RowSigning<RefreshToken> {
  constructor(macs: RowMacs) {
    super(macs, 'refresh-token', ({ sessionId, session, endsAt }) => [sessionId, session?.accountId ?? null, endsAt]);
  }

  override idOf({ digest }: RefreshToken): string {
    return digest.toString('hex');
  }
}
