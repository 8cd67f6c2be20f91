import { authorisationText } from '@jinmen/shared/applications/authorisation-text';
import { View } from '@tarojs/components';
import { Line } from '../../../ui/words';

/** The text somebody agrees to, whichever way they sign: what is looked up, and that it may be refused and taken back. */
export function WhatIsLookedUp({ lead }: { lead: string }) {
  const { looksUp, lines, source } = authorisationText;
  return (
    <View>
      <Line>{lead}</Line>
      {looksUp.map((each) => (
        <Line key={each} className="looked-up">
          {`· ${each}`}
        </Line>
      ))}
      {lines.map((line) => (
        <Line key={line} className="card-apart">
          {line}
        </Line>
      ))}
      <Line tone="fine">{source}</Line>
    </View>
  );
}
