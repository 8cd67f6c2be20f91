import { useState } from 'react';
import { wizard } from '../../../copy/wizard';
import { askToConfirm } from '../../../platform/ask';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { Screen } from '../../../shell/screen';
import { house } from '../house';
import { hasBegun } from '../interview';
import { doorsAtStart, themeFor } from '../open-doors';
import { restartInterview, restoreInterview, useSession } from '../session';
import { ComeBack } from './come-back';
import { DoorsPanel } from './doors-panel';
import { InterviewPanel } from './interview-panel';

/** The questions, and before them what they are about. `door` in the address: how the resident came in. */
export default function WizardPage() {
  const [stage, setStage] = useState<'start' | 'doors' | 'questions'>('start');
  const [wanted, setWanted] = useState(offered(usePageParameter('door')));
  const interview = useSession((session) => session.interview);
  usePageShown(() => {
    restoreInterview();
    const { asking } = useSession.getState();
    if (asking === undefined) return;
    useSession.setState({ asking: undefined });
    setStage(asking);
  });
  const startOver = async () => {
    if (!(await askToConfirm(wizard.restartConfirm))) return;
    restartInterview();
    setStage('start');
  };
  const goOn = () => {
    setWanted(undefined);
    setStage('questions');
  };
  const toDoors = () => setStage(hasBegun(interview) ? 'doors' : 'start');
  const { doors } = interview;
  const another = doors.length === 0 || (wanted !== undefined && !doors.includes(wanted));
  return (
    <Screen theme={themeFor(doors.length > 0 ? doors : [wanted ?? ''])} title={wizard.title}>
      {stage === 'questions' && <InterviewPanel onDoors={toDoors} />}
      {stage === 'doors' && <DoorsPanel wanted={wanted} onDone={goOn} onCancel={goOn} />}
      {stage === 'start' &&
        (hasBegun(interview) ? (
          <ComeBack another={another} onResume={another ? toDoors : goOn} onRestart={() => void startOver()} />
        ) : (
          <DoorsPanel wanted={wanted} onDone={goOn} />
        ))}
    </Screen>
  );
}

function offered(door: string | undefined): string | undefined {
  return doorsAtStart(house).find(({ code }) => code === door)?.code;
}
