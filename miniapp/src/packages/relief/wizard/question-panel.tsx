import type { RaisedDoubt } from '@jinmen/shared/eligibility/doubts';
import type { FactDefinition, Question } from '@jinmen/shared/facts/fact';
import { View } from '@tarojs/components';
import { wizard } from '../../../copy/wizard';
import { Button } from '../../../ui/button';
import { Line, Title } from '../../../ui/words';
import { type Answer, draftAnswer, type Interview } from '../interview';
import { draftFor, viewOf } from '../question-view';
import { changeInterview } from '../session';
import { AnswerControls } from './answer-controls';
import { DoubtPanel } from './doubt-panel';
import { FullList } from './full-list';
import { useAnswer } from './use-answer';

interface QuestionPanelProps {
  readonly question: Question;
  readonly definitions: Readonly<Record<string, FactDefinition>>;
  readonly interview: Interview;
  /** Asked about in place of the way on: this answer hardly goes together with another. */
  readonly doubt?: RaisedDoubt | undefined;
  readonly onBack: () => void;
  readonly onConfirm: (answer: Answer) => void;
}

/** One question: what is typed or ticked is kept at once, and an answer that cannot be read stays on the screen. */
export function QuestionPanel({ question, definitions, interview, doubt, onBack, onConfirm }: QuestionPanelProps) {
  const answering = useAnswer({
    question,
    definitions,
    draft: draftFor(question, definitions, interview.facts, interview.drafts[question.id]),
    keep: (draft) => changeInterview((now) => draftAnswer(now, draft)),
    onConfirm,
  });
  return (
    <View>
      <Title className="question-title">{question.title}</Title>
      {question.help !== undefined && (
        <Line tone="quiet" className="question-help">
          {question.help}
        </Line>
      )}
      {question.list !== undefined && <FullList list={question.list} />}
      <AnswerControls question={question} view={viewOf(question, definitions)} answering={answering} />
      {doubt ? (
        <DoubtPanel doubt={doubt} question={question.id} interview={interview} />
      ) : (
        <View className="wizard-actions">
          <Button id="next" text={interview.editing ? wizard.save : wizard.next} onPress={answering.confirm} />
          <Button id="back" kind="second" text={interview.editing ? wizard.cancelEdit : wizard.back} onPress={onBack} />
        </View>
      )}
    </View>
  );
}
