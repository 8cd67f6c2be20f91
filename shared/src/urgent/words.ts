/** What is the matter, in words a resident and a clerk both read. The codes travel; the words are shown as they are. */
export const urgentKinds = [
  { code: 'no-food', text: '没吃的，也没钱买' },
  { code: 'no-shelter', text: '没地方住' },
  { code: 'no-treatment', text: '病了、伤了，没钱看' },
  { code: 'accident', text: '着火、车祸这样的意外' },
  { code: 'not-safe', text: '在住的地方不安全' },
  { code: 'other', text: '别的急事' },
] as const;

/** What is still missing. */
export const urgentMissing = {
  place: '请说在哪儿：选街道，或者写一句能找到的地方。',
  kinds: '请选一样急事。选不出来，就选“别的急事”。',
  reach: '请留一个能打通的电话，或者写到哪儿找您。',
} as const;
