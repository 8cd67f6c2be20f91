/** What another module may know of somebody's application: that it is theirs, and which office has it. */
export interface ApplicationOffice {
  readonly receiptNumber: string;
  /** The street of its first case; none of one that reached no office. */
  readonly office?: string;
}

export abstract class ApplicationOffices {
  /** None of one that is not this account's, or was not handed in. */
  abstract findOf(accountId: string, applicationId: string): Promise<ApplicationOffice | undefined>;
}
