import { target } from './target';

/**
 * Every test of the mini-program that the real tool cannot run, and why. All others run on both; what is added here is
 * a part of the app that nobody sees on a real tool.
 */
const HEADLESS_ONLY = {
  'all that is drawn': 'a stand-in measures open pages only, and misses what a page draws first',
  'a photo taken': 'a stand-in can lay no photo where the upload after it would find it',
  'every page looked into': 'no tool says what listens to a tap, how it is named and where it lies',
} as const;

export type HeadlessOnly = keyof typeof HEADLESS_ONLY;

export function sayWhatIsHeadlessOnly(): void {
  const reasons = Object.entries(HEADLESS_ONLY).map(([what, why]) => `  ${what}: ${why}`);
  console.log(`On ${target}. Why a test is for our host only (elsewhere counted as skipped):\n${reasons.join('\n')}`);
}

/** A test for our host only, by its name in the list above. */
export function headlessOnly(_what: HeadlessOnly, title: string, body: () => Promise<void>): void {
  if (target === 'host') it(title, body);
  // biome-ignore lint/suspicious/noSkippedTests: counted and said with its reason before the suite begins
  else it.skip(title, body);
}
