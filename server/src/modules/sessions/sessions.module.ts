import { Global, Module } from '@nestjs/common';
import { WechatModule } from '../../bureaus/wechat/wechat.module';
import { SessionCheck } from '../../platform/auth/session-check.port';
import { Accounts } from './accounts.port';
import { AccountsService } from './accounts.service';
import { BorrowedPhones } from './borrowed-phones.service';
import { LoginCodes } from './login-codes';
import { RefreshTokens } from './refresh-tokens';
import { SessionCheckService } from './session-check.service';
import { SessionSweep } from './session-sweep.job';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SessionsAfterRestore } from './sessions-after-restore';
import { SignedTokens } from './signed-tokens';
import { TokenSigning } from './token-signing';
import { WechatSignIn } from './wechat-sign-in';

/** Global, because the access guard of every route asks `SessionCheck`. */
@Global()
@Module({
  imports: [WechatModule],
  controllers: [SessionsController],
  providers: [
    AccountsService,
    { provide: Accounts, useExisting: AccountsService },
    { provide: SessionCheck, useClass: SessionCheckService },
    BorrowedPhones,
    LoginCodes,
    RefreshTokens,
    SessionsAfterRestore,
    SignedTokens,
    TokenSigning,
    SessionsService,
    SessionSweep,
    WechatSignIn,
  ],
  exports: [SessionCheck, Accounts],
})
export class SessionsModule {}
