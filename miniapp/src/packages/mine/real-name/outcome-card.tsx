import { realNameWords as words } from '../../../copy/real-name';
import { TroubleCard } from '../../../shell/trouble-card';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import type { Outcome } from './use-verification';

/** What came of the check, beside the button that asked. It accuses nobody, and the street is always the other way. */
export function OutcomeCard({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'trouble') return <TroubleCard trouble={outcome.trouble} />;
  const { title, usual, more } = outcome.kind === 'later' ? words.later : words.notConfirmed;
  return (
    <Card id={outcome.kind} title={title}>
      <Line>{outcome.words ?? usual}</Line>
      <Line tone="quiet" className="card-apart">
        {more}
      </Line>
    </Card>
  );
}
