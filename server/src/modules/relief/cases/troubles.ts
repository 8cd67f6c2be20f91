import type { KeptEvent } from './cases.repository';

/**
 * Notes of what only a person can put right: a word given up or not taken, one of theirs that nobody can read, and a
 * payment that contradicts what was said before.
 */
export const TROUBLES = [
  'filing-rejected',
  'filing-skipped',
  'item-rejected',
  'item-skipped',
  'check-unreadable',
  'check-report-rejected',
  'check-report-skipped',
  'message-rejected',
  'message-skipped',
  'authorisation-rejected',
  'authorisation-skipped',
  'news-unreadable',
  'payment-doubtful',
  'papers-missed',
] as const;

/** Words about somebody's signature: whoever applied is not to learn that there was one. */
export const IN_CONFIDENCE: readonly string[] = ['authorisation-rejected', 'authorisation-skipped'];

export type Trouble = (typeof TROUBLES)[number];

/** What still is one. A bureau that goes on with the case has got past it, but for an item or a message that never reached it. */
export function openTroubles(events: readonly KeptEvent[]): readonly (KeptEvent & { readonly kind: Trouble })[] {
  return events.flatMap((event, index) => {
    const { kind } = event;
    if (!isTrouble(kind)) return [];
    const later = events.slice(index + 1);
    return isPast(kind, later) ? [] : [{ ...event, kind }];
  });
}

function isPast(kind: Trouble, later: readonly KeptEvent[]): boolean {
  if (kind === 'payment-doubtful') return later.some(setsRight);
  return !/^(item|message|authorisation)-/.test(kind) && later.some(goesOn);
}

function isTrouble(kind: string): kind is Trouble {
  return (TROUBLES as readonly string[]).includes(kind);
}

function goesOn({ source, kind, whyNot }: KeptEvent): boolean {
  return whyNot === undefined && (source === 'bureau' || kind === 'check-finished' || kind === 'papers-received');
}

/** The bureau says anew what is paid. */
function setsRight({ kind, whyNot }: KeptEvent): boolean {
  return whyNot === undefined && ['payment-planned', 'payment-changed', 'payment-stopped'].includes(kind);
}
