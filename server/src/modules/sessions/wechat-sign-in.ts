import type { SessionView } from '@jinmen/shared/residents/views';
import { Injectable } from '@nestjs/common';
import { Wechat } from '../../bureaus/wechat/wechat.port';
import { Config } from '../../platform/config/config';
import { LoginCodes } from './login-codes';
import { sessionProblems } from './session-problems';
import { SessionsService } from './sessions.service';

/** A made-up person of the simulators; such a code is good any number of times, and only beside them. */
const SIMULATED = 'sim:';

/** From WeChat's login code to a session of ours. */
@Injectable()
export class WechatSignIn {
  constructor(
    private readonly wechat: Wechat,
    private readonly codes: LoginCodes,
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  /**
   * On a borrowed phone WeChat says whose it is, and that is only counted: so often a day may it be lent.
   * @throws Problem 401 `session.sign-in-again` for a code that is wrong, too old or came before; 403, 429 and 503 by
   * what WeChat says of the user, of the moment and of us.
   */
  async signIn(code: string, borrowed = false): Promise<SessionView> {
    if (!(await this.mayAsk(code))) throw sessionProblems.signInAgain();
    const answer = await this.wechat.redeem(code);
    switch (answer.kind) {
      case 'signed-in':
        return borrowed ? this.sessions.beginBorrowed(answer.openid) : this.sessions.begin(answer.openid);
      case 'sign-in-again':
        throw sessionProblems.signInAgain();
      case 'blocked':
        throw sessionProblems.blocked();
      case 'too-often':
        throw sessionProblems.tooOften();
      case 'unavailable':
        throw sessionProblems.unavailable();
    }
  }

  private async mayAsk(code: string): Promise<boolean> {
    if (code.startsWith(SIMULATED)) return this.config.simulatorsUrl !== undefined;
    return this.codes.claim(code);
  }
}
