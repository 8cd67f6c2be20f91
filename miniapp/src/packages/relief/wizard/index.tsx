import { useState } from 'react';
import { wizard } from '../../../copy/wizard';
import { askToConfirm } from '../../../platform/ask';
import { usePageShown } from '../../../platform/lifecycle';
import { Screen } from '../../../shell/screen';
import { restartInterview, restoreInterview, useSession } from '../session';
import { InterviewPanel } from './interview-panel';
import { StartPanel } from './start-panel';

export default function WizardPage() {
  const [begun, setBegun] = useState(false);
  usePageShown(() => {
    restoreInterview();
    // From the result, to change one answer or to be asked more: no start words in between.
    if (!useSession.getState().asking) return;
    useSession.setState({ asking: false });
    setBegun(true);
  });
  const startOver = async () => {
    if (!(await askToConfirm(wizard.restartConfirm))) return;
    restartInterview();
    setBegun(true);
  };
  return (
    <Screen theme="relief" title={wizard.title}>
      {begun ? (
        <InterviewPanel onLeave={() => setBegun(false)} />
      ) : (
        <StartPanel onStart={() => setBegun(true)} onRestart={() => void startOver()} />
      )}
    </Screen>
  );
}
