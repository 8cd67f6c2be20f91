/** What a resident reads of a case that another place decides. */
export const elsewhereWords = {
  pushedOn: (to: string) => `转到户口那边了：${to}`,
  line: '那边定下来，会在这里告诉您。您不用回去办，也不用再递。',
} as const;
