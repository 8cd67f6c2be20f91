import type { Question } from '@jinmen/shared/facts/fact';
import { questions } from '@jinmen/shared/facts/questions';
import { olderRules } from '../../../copy/older-rules';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { basisInWords } from '../basis-words';
import type { ServedAnswer } from '../served/ask-server';
import { cannotAsk } from '../served/served-view';

const { answered: words } = olderRules;

/** Marks the verdicts below as the server's: by which rules, of which day, and what it could not take into account. */
export function ServedMark({ answer }: { answer: ServedAnswer }) {
  const { asOf, rulesVersion } = answer.assessment;
  const asks = cannotAsk(answer);
  const left = (questions as readonly Question[])
    .filter((question) => question.facts.some((fact) => answer.without.includes(fact)))
    .map(({ title }) => title);
  return (
    <Card id="served" title={words.title} tone="soft">
      <Line>{words.lead}</Line>
      {left.length > 0 && <Line>{words.left(left)}</Line>}
      {asks !== undefined && <Line className="served-asks">{asks}</Line>}
      <Line tone="fine" className="served-basis">
        {basisInWords(asOf, rulesVersion)}
      </Line>
    </Card>
  );
}
