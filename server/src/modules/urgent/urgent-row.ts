import { urgentKindWords } from '@jinmen/shared/urgent/kinds';
import { maskedName, maskedPhone, numbersMasked } from '../../platform/masking';
import type { UrgentReach, UrgentRow } from './urgent-desk.port';
import type { OpenedRequest, OpenedStep } from './urgent-requests.repository';
import { stepWords, streetOffice } from './urgent-words';

const MINUTE_MS = 60_000;

/** A request as the list shows it, masked. */
export function urgentRow(
  { row, said, unreadable }: OpenedRequest,
  steps: readonly OpenedStep[],
  now: Date,
): UrgentRow {
  const { place, forSomebodyElse, kinds, words, name, phone, findAt } = said;
  const office = streetOffice(row.streetCode ?? undefined);
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    escalated: row.escalatedAt !== null,
    askedAt: row.askedAt.toISOString(),
    minutes: Math.floor((now.getTime() - row.askedAt.getTime()) / MINUTE_MS),
    ...(office && { office: office.name }),
    ...(place && { place: shown(place) }),
    forSomebodyElse,
    ...(unreadable && { unreadable }),
    what: kinds.map(urgentKindWords),
    ...(words && { words: shown(words) }),
    ...(name && { name: maskedName(name) }),
    ...(phone && { phone: maskedPhone(phone) }),
    toBeFound: findAt !== undefined,
    steps: steps.map((step) => ({
      at: step.at.toISOString(),
      kind: step.kind,
      words: step.kind === 'closed' && step.detail ? `${stepWords(step)}${shown(step.detail)}` : stepWords(step),
    })),
  };
}

/** How to reach them, whole, with what of their words the list hides; and how many numbers that shows. */
export function urgentReach({ said }: OpenedRequest): { readonly reach: UrgentReach; readonly numbers: number } {
  const { name, phone, findAt, place, words } = said;
  const [inPlace, inWords] = [place, words].map((typed) => numbersMasked(typed ?? '').numbers);
  const typed = { ...(inPlace && { place }), ...(inWords && { words }) };
  const reach = { ...(name && { name }), ...(phone && { phone }), ...(findAt && { findAt }), ...typed };
  return { reach, numbers: 1 + (inPlace ?? 0) + (inWords ?? 0) };
}

function shown(typed: string): string {
  return numbersMasked(typed).text;
}
