import { chooseWords as words } from '../../../copy/funeral-place';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

/** Said before anything is chosen (docs/policy-facts.md J18). */
export function Money() {
  return (
    <Card id="money" title={words.money} className="said-lines">
      {words.moneyLines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </Card>
  );
}
