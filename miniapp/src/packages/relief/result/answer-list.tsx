import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { result } from '../../../copy/result';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Line } from '../../../ui/words';
import { editAnswer, type Interview } from '../interview';
import { answerInWords, titleAnswered } from '../question-view';
import { askMore } from '../session';

/** What the resident answered, each one pressed to change it. */
export function AnswerList({ interview }: { interview: Interview }) {
  const answered = interview.asked.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  if (answered.length === 0) return null;
  return (
    <Card title={result.answers.title}>
      <Line tone="quiet">{result.answers.lead}</Line>
      {answered.map((question) => (
        <ListRow
          key={question.id}
          className="answer-row"
          title={answerInWords(question, facts, interview.facts)}
          line={titleAnswered(question)}
          onPress={() => askMore((now) => editAnswer(now, question.id))}
        />
      ))}
    </Card>
  );
}
