import type { BureauJournal, Simulators } from './simulators';

/** What one bureau received and did in a whole run. */
export interface FaultFigures {
  readonly bureau: string;
  readonly deliveries: number;
  /** Of those, spoiled by a fault. */
  readonly spoiled: number;
  /** Of those, the same key again, answered from memory. */
  readonly fromMemory: number;
  readonly effects: number;
  /** Of those, common messages. */
  readonly common: number;
  /** Keys with more than one effect: none, or something was done twice. */
  readonly twice: number;
}

export async function faultFigures(simulators: Simulators, bureaus: readonly string[]): Promise<FaultFigures[]> {
  return Promise.all(bureaus.map(async (bureau) => figuresOf(bureau, await simulators.journal(bureau))));
}

function figuresOf(bureau: string, { deliveries, effects }: BureauJournal): FaultFigures {
  const keys = effects.map(({ eventId }) => eventId);
  return {
    bureau,
    deliveries: deliveries.length,
    spoiled: deliveries.filter(({ fault }) => fault !== undefined).length,
    fromMemory: deliveries.filter(({ repeated }) => repeated === true).length,
    effects: effects.length,
    common: effects.filter(({ kind }) => kind === 'message-taken').length,
    twice: keys.length - new Set(keys).size,
  };
}

/** As a table of Markdown, for whoever reports the run. */
export function figuresTable(figures: readonly FaultFigures[]): string {
  const head = '| bureau | deliveries | spoiled | from memory | effects | of them common | done twice |';
  const rows = figures.map(
    ({ bureau, deliveries, spoiled, fromMemory, effects, common, twice }) =>
      `| ${[bureau, deliveries, spoiled, fromMemory, effects, common, twice].join(' | ')} |`,
  );
  return [head, '|---|---|---|---|---|---|---|', ...rows].join('\n');
}
