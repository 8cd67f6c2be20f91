import { View } from '@tarojs/components';
import { doorWords } from '../../../copy/doors';
import { result } from '../../../copy/result';
import { wizard } from '../../../copy/wizard';
import { askToConfirm } from '../../../platform/ask';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage, replacePage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line, Title } from '../../../ui/words';
import { house } from '../house';
import { goToEnd } from '../interview';
import { NonLocalCard } from '../non-local-card';
import { answeredIn, themeFor } from '../open-doors';
import { answeredByServer, servedPlanView } from '../served/served-view';
import { useServed } from '../served/use-served';
import { askAboutDoors, askMore, restartInterview, restoreInterview, useAssessment, useSession } from '../session';
import { settledWords, titleOf } from '../verdict-view';
import { AnswerList } from './answer-list';
import { Basis } from './basis';
import { DoubtNotes } from './doubt-notes';
import { KeepResult } from './keep-result';
import { NotAsked } from './not-asked';
import { OlderRules } from './older-rules';
import { PlanCard, PlanShown } from './plan-card';
import { Verdicts } from './verdicts';
import { WhatIfEntry } from './what-if-entry';

export default function ResultPage() {
  const interview = useSession((session) => session.interview);
  usePageShown(restoreInterview);
  const assessment = useAssessment();
  const served = useServed(interview);
  const { answer } = served;
  const answered = answer ? answeredByServer(answer, interview.doors) : answeredIn(assessment, interview.doors, house);
  const anyHope = answered.verdicts.length === 0 || answered.verdicts.some(({ verdict }) => verdict !== 'unlikely');
  const open = assessment.nextQuestion !== undefined;
  const startOver = async () => {
    if (!(await askToConfirm(wizard.restartConfirm))) return;
    restartInterview();
    replacePage('wizard');
  };
  return (
    <Screen theme={themeFor(interview.doors)} title={result.pageTitle}>
      <Title className="result-title">{titleOf(answered)}</Title>
      <Line tone="quiet">{anyHope || open ? result.lead : result.leadNone}</Line>
      {open && <Line className="result-settled">{settledWords(answered)}</Line>}
      <View className="stack result-stack">
        <DoubtNotes interview={interview} />
        <OlderRules interview={interview} served={served} />
        {answer ? (
          <PlanShown view={servedPlanView(answer)} />
        ) : (
          <PlanCard assessment={answered} answers={interview.facts} />
        )}
        <Verdicts assessment={answered} answers={interview.facts} served={answer} />
        <NonLocalCard facts={interview.facts} codes={answered.verdicts.map(({ programme }) => programme)} />
        {open && <Button id="continue" text={result.answerMore} onPress={() => askMore(goToEnd)} />}
        {anyHope && (
          <Card title={result.apply.title}>
            <Line className="result-line">{result.apply.line}</Line>
            <Button
              id="apply"
              kind={open ? 'second' : 'primary'}
              text={result.apply.action}
              onPress={() => openPage('applyChoose')}
            />
            <Button
              kind="quiet"
              className="apply-street"
              text={result.apply.street}
              onPress={() => openPage('later', { door: 'apply' })}
            />
          </Card>
        )}
        {answer === undefined && <WhatIfEntry answers={interview.facts} />}
        <KeepResult assessment={answered} interview={interview} catalogue={answer?.catalogue} />
        <NotAsked assessment={assessment} interview={interview} />
        <AnswerList interview={interview} />
        <Button id="change-doors" kind="second" text={doorWords.change} onPress={askAboutDoors} />
        <Button kind="second" text={result.urgent} onPress={() => openPage('urgent')} />
        <Button id="restart" kind="quiet" text={result.restart} onPress={() => void startOver()} />
        {answer === undefined && <Basis assessment={assessment} />}
      </View>
    </Screen>
  );
}
