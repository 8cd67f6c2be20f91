import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { doorWords } from '../../../copy/doors';
import { result } from '../../../copy/result';
import { wizard } from '../../../copy/wizard';
import { openPage } from '../../../platform/navigate';
import { scrollToTop } from '../../../platform/page-chrome';
import { BridgeProgress } from '../../../ui/bridge-progress';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { asking } from '../asking';
import { confirmOrAsk, doubtOnScreen } from '../doubted';
import { house } from '../house';
import { type Answer, cancelEdit, goToPrevious, progressOf, questionOnScreen } from '../interview';
import { openQuestions } from '../open-doors';
import { changeInterview, leaveForResult, useAssessment, useSession } from '../session';
import { QuestionPanel } from './question-panel';
import './wizard.scss';

/** The questions, one after the other, until no open one could change any answer. Nothing here uses the network. */
export function InterviewPanel({ onDoors }: { onDoors: () => void }) {
  const { interview, kept } = useSession();
  const assessment = useAssessment();
  const question = questionOnScreen(interview, assessment.nextQuestion, questions);
  const finished = question === undefined;
  useEffect(() => {
    if (finished) leaveForResult();
    else scrollToTop();
  }, [finished, question?.id]);

  if (question === undefined) {
    return <Button id="see-result" text={wizard.seeResult} onPress={() => openPage('result')} />;
  }
  const { done, most } = progressOf(interview, openQuestions(assessment, interview.doors, house));
  const doubt = doubtOnScreen(interview, asking);
  const confirm = (answer: Answer) => changeInterview((now) => confirmOrAsk(now, question, answer, asking));
  const goBackOne = () => (interview.at === 0 ? onDoors() : changeInterview(goToPrevious));
  return (
    <View>
      <BridgeProgress done={done} most={most} words={wizard.progress(done + 1, most - done - 1)} />
      {!kept && <Notice tone="warn">{result.notKept}</Notice>}
      <QuestionPanel
        key={question.id}
        question={question}
        definitions={facts}
        interview={interview}
        doubt={doubt}
        onBack={interview.editing ? () => changeInterview(cancelEdit) : goBackOne}
        onConfirm={confirm}
      />
      {!interview.editing && doubt === undefined && (
        <View className="wizard-aside">
          {interview.asked.length > 0 && <Button id="peek" kind="quiet" text={wizard.peek} onPress={leaveForResult} />}
          <Button id="change-doors" kind="quiet" text={doorWords.change} onPress={onDoors} />
        </View>
      )}
    </View>
  );
}
