/** How a document is cited, on whatever page. */
export const sources = {
  basis: (document: string) => `依据：${document}`,
  inForceSince: (day: string) => `（${day}起施行）`,
} as const;
