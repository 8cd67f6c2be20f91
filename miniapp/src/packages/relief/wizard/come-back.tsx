import { View } from '@tarojs/components';
import { wizard } from '../../../copy/wizard';
import { openPage } from '../../../platform/navigate';
import { ArchLine } from '../../../ui/arch-line';
import { Button } from '../../../ui/button';
import { Line, Title } from '../../../ui/words';
import { useAssessment, useSession } from '../session';
import './wizard.scss';

interface ComeBackProps {
  /** The resident came in by a door that is not open yet. */
  readonly another: boolean;
  readonly onResume: () => void;
  readonly onRestart: () => void;
}

/** When the resident comes back to answers kept on this phone. */
export function ComeBack({ another, onResume, onRestart }: ComeBackProps) {
  const interview = useSession((session) => session.interview);
  const answered = useAssessment().nextQuestion === undefined && interview.at >= interview.asked.length;
  const done = answered && !another;
  return (
    <View>
      <Title>{done ? wizard.doneTitle : wizard.resumeTitle}</Title>
      <Line>{wizard.resumeLead(interview.asked.length)}</Line>
      <ArchLine />
      <View className="wizard-actions">
        {done ? (
          <Button id="see-result" text={wizard.seeResult} onPress={() => openPage('result')} />
        ) : (
          <Button id="start" text={wizard.resume} onPress={onResume} />
        )}
        <Button id="restart" kind="second" text={wizard.restart} onPress={onRestart} />
      </View>
    </View>
  );
}
