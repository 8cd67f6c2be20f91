import type { RaisedDoubt } from '@jinmen/shared/eligibility/doubts';
import { facts } from '@jinmen/shared/facts/facts';
import { View } from '@tarojs/components';
import { doubtWords } from '../../../copy/doubts';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { asking } from '../asking';
import { changeOther, changeThis, questionsOf, settleDoubt } from '../doubted';
import type { Interview } from '../interview';
import { answerInWords } from '../question-view';
import { changeInterview } from '../session';

interface DoubtPanelProps {
  readonly doubt: RaisedDoubt;
  /** The question on the screen. */
  readonly question: string;
  readonly interview: Interview;
}

/** Two answers that hardly go together, both named, and three ways on. Nothing is refused and nothing was lost. */
export function DoubtPanel({ doubt, question, interview }: DoubtPanelProps) {
  const about = questionsOf(doubt, interview, asking);
  const others = about.filter(({ id }) => id !== question);
  const position = (id: string) => interview.asked.indexOf(id);
  const wordsFor = ({ id, title }: { id: string; title: string }) => {
    if (others.length > 1) return doubtWords.changeNamed(title);
    return position(id) < position(question) ? doubtWords.changeEarlier : doubtWords.changeLater;
  };
  return (
    <View className="doubt">
      <Card title={doubtWords.title} tone="soft">
        <View {...aria({ role: 'alert', live: 'assertive' })}>
          <Line className="doubt-text">{doubt.text}</Line>
        </View>
        {about.map((each) => (
          <View key={each.id} className="doubt-answer">
            <Line tone="quiet">{each.title}</Line>
            <Line className="doubt-answer-words">
              {doubtWords.answered(answerInWords(each, facts, interview.facts))}
            </Line>
          </View>
        ))}
      </Card>
      <View className="wizard-actions">
        <Button
          id="change-this"
          kind="second"
          text={doubtWords.changeThis}
          onPress={() => changeInterview(changeThis)}
        />
        {others.map((other) => (
          <Button
            key={other.id}
            kind="second"
            className="change-other"
            text={wordsFor(other)}
            label={doubtWords.changeNamed(other.title)}
            onPress={() => changeInterview((now) => changeOther(now, other.id))}
          />
        ))}
        <Button
          id="settle"
          kind="second"
          text={interview.editing ? doubtWords.rightOnChange : doubtWords.right}
          onPress={() => changeInterview((now) => settleDoubt(now, doubt, asking))}
        />
      </View>
    </View>
  );
}
