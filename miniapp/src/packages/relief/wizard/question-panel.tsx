import type { RaisedDoubt } from '@jinmen/shared/eligibility/doubts';
import type { FactDefinition, Question } from '@jinmen/shared/facts/fact';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { wizard } from '../../../copy/wizard';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { FieldError } from '../../../ui/field-error';
import { NumberField } from '../../../ui/number-field';
import { Line, Title } from '../../../ui/words';
import { type Answer, type Draft, draftAnswer, type Interview } from '../interview';
import { answerFrom, draftFor, type QuestionView, toggleTick, UNSURE, viewOf } from '../question-view';
import { changeInterview } from '../session';
import { DoubtPanel } from './doubt-panel';
import { FullList } from './full-list';

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
  const [problem, setProblem] = useState<string>();
  const draft = draftFor(question, definitions, interview.facts, interview.drafts[question.id]);
  const change = (next: Draft) => {
    setProblem(undefined);
    changeInterview((now) => draftAnswer(now, next));
  };
  const confirm = () => {
    const read = answerFrom(question, definitions, draft);
    if ('problem' in read) setProblem(read.problem);
    else onConfirm(read.answer);
  };
  return (
    <View>
      <Title className="question-title">{question.title}</Title>
      {question.help !== undefined && (
        <Line tone="quiet" className="question-help">
          {question.help}
        </Line>
      )}
      {question.list !== undefined && <FullList list={question.list} />}
      <AnswerControls
        question={question}
        definitions={definitions}
        draft={draft}
        problem={problem}
        onChange={change}
        onDone={confirm}
      />
      {doubt ? (
        <DoubtPanel doubt={doubt} question={question.id} interview={interview} />
      ) : (
        <View className="wizard-actions">
          <Button id="next" text={interview.editing ? wizard.save : wizard.next} onPress={confirm} />
          <Button id="back" kind="second" text={interview.editing ? wizard.cancelEdit : wizard.back} onPress={onBack} />
        </View>
      )}
    </View>
  );
}

interface AnswerControlsProps {
  readonly question: Question;
  readonly definitions: Readonly<Record<string, FactDefinition>>;
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly onChange: (draft: Draft) => void;
  readonly onDone: () => void;
}

function AnswerControls(props: AnswerControlsProps) {
  const view = viewOf(props.question, props.definitions);
  return view.kind === 'number' ? <NumberControls {...props} view={view} /> : <ChoiceControls {...props} view={view} />;
}

type ControlsFor<Kind extends QuestionView['kind']> = AnswerControlsProps & {
  readonly view: Extract<QuestionView, { kind: Kind }>;
};

function NumberControls({ question, view, draft, problem, onChange, onDone }: ControlsFor<'number'>) {
  const chosen = draft.chosen ?? [];
  const toggleUnsure = () =>
    onChange({
      question: question.id,
      ...(draft.text !== undefined && { text: draft.text }),
      chosen: chosen.includes(UNSURE) ? [] : [UNSURE],
    });
  return (
    <View>
      <NumberField
        label={question.title}
        initialText={draft.text ?? ''}
        unit={view.unit}
        keyboard={view.definition.type === 'money' ? 'digit' : 'number'}
        error={problem}
        onType={(text) => onChange({ question: question.id, text })}
        onDone={onDone}
      />
      <FieldError text={problem} />
      <View className="answer-unsure">
        <ChoiceList
          label={question.title}
          choices={[{ value: UNSURE, label: wizard.unsure, apart: 'unsure' }]}
          chosen={chosen}
          pick="many"
          onChoose={toggleUnsure}
        />
      </View>
    </View>
  );
}

function ChoiceControls({ question, view, draft, problem, onChange }: ControlsFor<'choices'>) {
  const chosen = draft.chosen ?? [];
  return (
    <View>
      {view.pick === 'many' && question.help === undefined && <Line tone="quiet">{wizard.pickMany}</Line>}
      <ChoiceList
        label={question.title}
        choices={view.choices}
        chosen={chosen}
        pick={view.pick}
        onChoose={(value) =>
          onChange({ question: question.id, chosen: view.pick === 'one' ? [value] : toggleTick(chosen, value) })
        }
      />
      <FieldError text={problem} />
    </View>
  );
}
