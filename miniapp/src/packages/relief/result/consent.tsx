import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { olderRules } from '../../../copy/older-rules';
import { Button } from '../../../ui/button';
import { Heading, Line } from '../../../ui/words';
import type { Interview } from '../interview';
import { answerInWords, titleAnswered } from '../question-view';

const { consent: words } = olderRules;

interface ConsentProps {
  readonly interview: Interview;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Exactly what would leave the phone, and what would not, before anything does. A yes is for this once. */
export function Consent({ interview, onYes, onNo }: ConsentProps) {
  const [open, setOpen] = useState(false);
  const answered = interview.asked.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  return (
    <View className="consent">
      <Heading>{words.title}</Heading>
      <Line>{words.sends(answered.length)}</Line>
      <Button
        id="what-is-sent"
        kind="quiet"
        className="consent-list"
        text={open ? words.hideList : words.list}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open &&
        answered.map((question) => (
          <Line key={question.id} tone="quiet" className="sent-answer">
            {words.line(titleAnswered(question), answerInWords(question, facts, interview.facts))}
          </Line>
        ))}
      <Line>{words.keepsBack}</Line>
      <Line>{words.forgets}</Line>
      <View className="consent-actions stack">
        <Button id="send" kind="second" text={words.yes} onPress={onYes} />
        <Button id="do-not-send" kind="second" text={words.no} onPress={onNo} />
      </View>
    </View>
  );
}
