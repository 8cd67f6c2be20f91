/** How many text messages go out in a day. 示例: no rule is known. */
export interface TextedPerDay {
  /** For one account, to numbers it typed. */
  readonly perAccount: number;
  /** To one number, by all accounts together. */
  readonly perNumber: number;
  /** To one number, that there is something to look at; counted apart from the others. */
  readonly notices: number;
}

interface Counts {
  count(name: string, fallback: number): number;
}

/** `TEXTED_PER_ACCOUNT`, `TEXTED_PER_NUMBER` and `TEXTED_NOTICES_PER_NUMBER`. */
export function readTextedPerDay(read: Counts): TextedPerDay {
  return {
    perAccount: read.count('TEXTED_PER_ACCOUNT', 10),
    perNumber: read.count('TEXTED_PER_NUMBER', 5),
    notices: read.count('TEXTED_NOTICES_PER_NUMBER', 20),
  };
}
