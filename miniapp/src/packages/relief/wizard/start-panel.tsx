import { View } from '@tarojs/components';
import { result } from '../../../copy/result';
import { wizard } from '../../../copy/wizard';
import { openPage } from '../../../platform/navigate';
import { ArchLine } from '../../../ui/arch-line';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line, Title } from '../../../ui/words';
import { hasBegun } from '../interview';
import { useAssessment, useSession } from '../session';
import './wizard.scss';

interface StartPanelProps {
  readonly onStart: () => void;
  readonly onRestart: () => void;
}

/** Before the first question, and again when the resident comes back to answers kept on this phone. */
export function StartPanel({ onStart, onRestart }: StartPanelProps) {
  const interview = useSession((session) => session.interview);
  if (hasBegun(interview)) return <ComeBack onStart={onStart} onRestart={onRestart} />;
  return (
    <View>
      <Title>{wizard.title}</Title>
      <Line>{wizard.startLead}</Line>
      <ArchLine />
      <Card>
        {wizard.startLines.map((line) => (
          <Line key={line} className="wizard-line">
            {line}
          </Line>
        ))}
      </Card>
      <View className="wizard-actions">
        <Button id="start" text={wizard.start} onPress={onStart} />
        <Button kind="second" text={result.urgent} onPress={() => openPage('urgent')} />
      </View>
    </View>
  );
}

function ComeBack({ onStart, onRestart }: StartPanelProps) {
  const interview = useSession((session) => session.interview);
  const done = useAssessment().nextQuestion === undefined && interview.at >= interview.asked.length;
  return (
    <View>
      <Title>{done ? wizard.doneTitle : wizard.resumeTitle}</Title>
      <Line>{wizard.resumeLead(interview.asked.length)}</Line>
      <ArchLine />
      <View className="wizard-actions">
        {done ? (
          <Button id="see-result" text={wizard.seeResult} onPress={() => openPage('result')} />
        ) : (
          <Button id="start" text={wizard.resume} onPress={onStart} />
        )}
        <Button id="restart" kind="second" text={wizard.restart} onPress={onRestart} />
      </View>
    </View>
  );
}
