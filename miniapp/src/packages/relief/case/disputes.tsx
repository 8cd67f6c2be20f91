import type { DisputeView } from '@jinmen/shared/applications/dispute';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { refusalWords } from '../../../copy/refusal';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { valueInWords } from '../apply/form-view';

const { disputes: words } = refusalWords;

/** What the resident said of figures that were found, and what came of it: the newest first. */
export function Disputes({ view: { disputes = [] } }: { view: Pick<ApplicationView, 'disputes'> }) {
  if (disputes.length === 0) return null;
  return (
    <Card id="disputes" title={words.title}>
      {[...disputes].reverse().map((dispute) => (
        <View key={dispute.id} className="case-part">
          <Line>
            {refusalWords.figures.line(dispute.label, valueInWords(`fact:${dispute.fact}`, dispute.found.value))}
          </Line>
          {linesOf(dispute).map((line) => (
            <Line key={line} tone="quiet">
              {line}
            </Line>
          ))}
        </View>
      ))}
    </Card>
  );
}

function linesOf({ fact, state, holder, answer }: DisputeView): readonly string[] {
  switch (state) {
    case 'open':
      return [words.open(holder)];
    case 'corrected':
      return [words.corrected(valueInWords(`fact:${fact}`, answer?.value))];
    case 'stays':
      return [words.stays, ...(answer?.why === undefined ? [] : [words.why(answer.why)])];
  }
}
