import type { Question } from '@jinmen/shared/facts/fact';
import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { dates } from '../../../copy/dates';
import { wizard } from '../../../copy/wizard';
import { dayInWords, today } from '../../../platform/clock';
import { ChoiceList } from '../../../ui/choice-list';
import { DateField } from '../../../ui/date-field';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { NumberField } from '../../../ui/number-field';
import { Line } from '../../../ui/words';
import { type QuestionView, toggleTick, UNSURE } from '../question-view';
import type { Answering } from './use-answer';

interface ControlsProps<View extends QuestionView> {
  readonly question: Question;
  readonly view: View;
  readonly answering: Answering;
}

type ControlsFor<Kind extends QuestionView['kind']> = ControlsProps<Extract<QuestionView, { kind: Kind }>>;

/** Each kind of question has its own control, and 不清楚 at its end. */
export function AnswerControls({ question, view, answering }: ControlsProps<QuestionView>) {
  switch (view.kind) {
    case 'choices':
      return <ChoiceControls question={question} view={view} answering={answering} />;
    case 'date':
      return <DateControls question={question} view={view} answering={answering} />;
    default:
      return <NumberControls question={question} view={view} answering={answering} />;
  }
}

function ChoiceControls({ question, view, answering: { draft, problem, change } }: ControlsFor<'choices'>) {
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
          change({ question: question.id, chosen: view.pick === 'one' ? [value] : toggleTick(chosen, value) })
        }
      />
      <FieldError text={problem} />
    </View>
  );
}

/** Long enough for an ID number with a space after every part. */
const LONGEST_TYPED = 24;

function NumberControls({ question, view, answering }: ControlsFor<'number' | 'age'>) {
  const { draft, problem, note, long, refilled, type, confirm, leave } = answering;
  const asAge = view.kind === 'age';
  return (
    <View>
      <NumberField
        key={refilled}
        label={question.title}
        initialText={draft.text ?? ''}
        unit={view.unit}
        keyboard={asAge ? 'idcard' : view.definition.type === 'money' ? 'digit' : 'number'}
        {...(asAge && { longest: LONGEST_TYPED })}
        long={long}
        error={problem}
        onType={type}
        onDone={confirm}
        {...(leave && { onLeave: leave })}
      />
      <FieldError text={problem} />
      {note !== undefined && <Notice className="answer-note">{note}</Notice>}
      <Unsure question={question} answering={answering} />
    </View>
  );
}

function DateControls({ question, view, answering }: ControlsFor<'date'>) {
  const { draft, problem, change } = answering;
  const { text = '' } = draft;
  return (
    <View>
      <DateField
        label={question.title}
        chosen={text}
        dayWords={isCivilDate(text) ? dayInWords(text) : undefined}
        words={dates}
        earliest={view.definition.earliest}
        latest={today()}
        wrong={problem !== undefined}
        onChoose={(chosen) => change({ question: question.id, text: chosen })}
      />
      <FieldError text={problem} />
      <Unsure question={question} answering={answering} />
    </View>
  );
}

/** 不清楚 beside a field: what was typed stays in it. */
function Unsure({ question, answering: { draft, change } }: { question: Question; answering: Answering }) {
  const chosen = draft.chosen ?? [];
  return (
    <View className="answer-unsure">
      <ChoiceList
        label={question.title}
        choices={[{ value: UNSURE, label: wizard.unsure, apart: 'unsure' }]}
        chosen={chosen}
        pick="many"
        onChoose={() =>
          change({
            question: question.id,
            ...(draft.text !== undefined && { text: draft.text }),
            chosen: chosen.includes(UNSURE) ? [] : [UNSURE],
          })
        }
      />
    </View>
  );
}
