/** What the office hangs out, line by line as the resident was shown it: nothing else may be posted. */
export interface PublicNoticeMessage {
  readonly type: 'PUBLIC_NOTICE';
  readonly data: {
    readonly programme: string;
    readonly stage: 'before-decision' | 'after-approval';
    readonly lines: readonly { readonly label: string; readonly text: string }[];
    /** How many days it hangs, where that is published. */
    readonly days?: number;
  };
}

export function publicNoticeData(
  { programme, stage, lines, days }: PublicNoticeMessage['data'],
  { codeOf }: { codeOf(programme: string): string },
): object {
  return {
    item: codeOf(programme),
    stage,
    lines: lines.map(({ label, text }) => ({ label, text })),
    ...(days !== undefined && { days }),
  };
}
