import type { Question } from '@jinmen/shared/facts/fact';
import { questions } from '@jinmen/shared/facts/questions';
import { View } from '@tarojs/components';
import { olderRules } from '../../../copy/older-rules';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field-error';
import { Line } from '../../../ui/words';
import { editAnswer } from '../interview';
import type { AnswerProblem, Failure } from '../served/ask-server';
import { askMore } from '../session';

const { failed: words } = olderRules;

interface AskingFailedProps {
  readonly failure: Failure;
  readonly without: readonly string[];
  readonly onSend: (without: readonly string[]) => void;
}

/** Why there is no answer of the server, and what can be done. The phone's own result stands below all the while. */
export function AskingFailed({ failure, without, onSend }: AskingFailedProps) {
  if (failure.kind === 'answers') {
    return <AnswersNotTaken problems={failure.problems} onWithout={(gone) => onSend([...without, ...gone])} />;
  }
  return (
    <View>
      <FieldError text={failure.kind === 'fault' ? failure.words : words[failure.kind]} />
      {failure.kind !== 'not-newer' && (
        <Button id="retry" kind="second" className="older-action" text={words.retry} onPress={() => onSend(without)} />
      )}
    </View>
  );
}

/** The new rules do not take an answer as it is: which, what they want, and the way to change it. */
function AnswersNotTaken({
  problems,
  onWithout,
}: {
  problems: readonly AnswerProblem[];
  onWithout: (gone: readonly string[]) => void;
}) {
  const gone = problems.filter((problem) => problem.gone);
  const goneTitles = [...new Set(gone.flatMap(({ fact }) => questionOf(fact)?.title ?? []))];
  return (
    <View>
      <FieldError text={words.answers} />
      {problems
        .filter((problem) => !problem.gone)
        .map((problem) => (
          <OneAnswer key={problem.fact} problem={problem} />
        ))}
      {gone.length > 0 && (
        <View className="answer-gone">
          <Line>{words.gone(goneTitles)}</Line>
          <Button
            id="without-gone"
            kind="second"
            className="older-action"
            text={words.without}
            onPress={() => onWithout(gone.map(({ fact }) => fact))}
          />
        </View>
      )}
    </View>
  );
}

function OneAnswer({ problem: { fact, message } }: { problem: AnswerProblem }) {
  const question = questionOf(fact);
  if (question === undefined) return null;
  return (
    <View className="answer-problem">
      <Line>{question.title}</Line>
      <Line tone="quiet">{message}</Line>
      <Button
        kind="second"
        className="change-answer older-action"
        text={words.change}
        label={`${question.title}${words.change}`}
        onPress={() => askMore((now) => editAnswer(now, question.id))}
      />
    </View>
  );
}

function questionOf(fact: string): Question | undefined {
  return (questions as readonly Question[]).find((question) => question.facts.includes(fact));
}
