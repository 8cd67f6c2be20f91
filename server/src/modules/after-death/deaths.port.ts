/** Who died, as the register of deaths says. */
export abstract class Deaths {
  /** Nothing may be addressed to an account of somebody who died. */
  abstract isDeadAccount(accountId: string): Promise<boolean>;
}
