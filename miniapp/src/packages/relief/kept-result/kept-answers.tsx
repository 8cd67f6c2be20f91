import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { keep } from '../../../copy/keep';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import type { Interview } from '../interview';
import { answerInWords, titleAnswered } from '../question-view';

/** The answers that are kept, shown only when asked for: someone else may be looking on. */
export function KeptAnswers({ interview: { asked, facts: answers } }: { interview: Interview }) {
  const [open, setOpen] = useState(false);
  const answered = asked.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  return (
    <View>
      <Button
        id="kept-answers"
        kind="quiet"
        text={open ? keep.one.hideAnswers : keep.one.answers}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <Card>
          {answered.map((question) => (
            <ListRow
              key={question.id}
              className="kept-answer"
              title={answerInWords(question, facts, answers)}
              line={titleAnswered(question)}
            />
          ))}
        </Card>
      )}
    </View>
  );
}
