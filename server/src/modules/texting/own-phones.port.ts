/** What an account itself wrote down as the number to reach it at, wherever it did. */
export abstract class OwnPhones {
  /** Whether the account left this number anywhere but in the matters of the one with that ID number. */
  abstract gave(accountId: string, phone: string, butAbout: string): Promise<boolean>;

  /** A mobile number they left; none when they left none. */
  abstract mobileOf(accountId: string): Promise<string | undefined>;
}
