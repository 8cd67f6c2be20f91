import type { Interview } from '../interview';
import { type Asking, aboutOf, type ServedAnswer, useAsking } from './ask-server';

/** What there is of the server's answer to these answers. */
export interface Served {
  readonly asking: Asking;
  /** Set while the result shows the server's verdicts instead of the phone's. */
  readonly answer: ServedAnswer | undefined;
  /** The server was asked about other answers than these, so the phone judges again. */
  readonly wentBack: boolean;
}

const idle: Asking = { state: 'idle' };

export function useServed(interview: Interview): Served {
  const asking = useAsking((state) => state.asking);
  const current = asking.state === 'idle' || asking.about === aboutOf(interview);
  if (!current) return { asking: idle, answer: undefined, wentBack: asking.state === 'answered' };
  return { asking, answer: asking.state === 'answered' ? asking.answer : undefined, wentBack: false };
}
