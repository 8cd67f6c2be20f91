import { readStored, removeStored } from '../platform/storage';

/** Everything this app keeps on the phone. 我的 lists it and clears it; nothing may be kept under another key. */
export const keptKeys = {
  elderMode: 'elder-mode',
  reliefAnswers: 'relief-answers',
  standards: 'standards',
} as const;

/** Whether answers about a household are kept, and how many questions were answered. */
export function keptAnswers(): number {
  const stored = readStored(keptKeys.reliefAnswers);
  if (typeof stored !== 'object' || stored === null || !('asked' in stored)) return 0;
  return Array.isArray(stored.asked) ? stored.asked.length : 0;
}

/** Forgets the answers. The standards stay: they are public and say nothing about anyone. */
export function forgetAnswers(): void {
  removeStored(keptKeys.reliefAnswers);
}
