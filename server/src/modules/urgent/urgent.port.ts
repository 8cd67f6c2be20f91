import type { UrgentView } from '@jinmen/shared/urgent/views';

/** What a resident asked for at once, for whoever shows the rest of their matters. */
export abstract class UrgentHelp {
  /** Of this account, the newest first; not many. */
  abstract of(accountId: string): Promise<readonly UrgentView[]>;
}
