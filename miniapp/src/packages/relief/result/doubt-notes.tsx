import { doubtWords } from '../../../copy/doubts';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { asking } from '../asking';
import { lookInto, openDoubts } from '../doubted';
import type { Interview } from '../interview';
import { askMore } from '../session';

/** What was left unanswered about answers that hardly go together: the result may rest on a slip of the finger. */
export function DoubtNotes({ interview }: { interview: Interview }) {
  return openDoubts(interview, asking).map((doubt) => (
    <Card key={doubt.id} title={doubtWords.onResult.title} tone="soft" className="doubt-note">
      <Line>{doubt.text}</Line>
      <Button
        kind="quiet"
        className="look-into"
        text={doubtWords.onResult.action}
        label={`${doubt.text}${doubtWords.onResult.action}`}
        onPress={() => askMore((now) => lookInto(now, doubt, asking))}
      />
    </Card>
  ));
}
