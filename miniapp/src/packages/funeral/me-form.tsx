import { View } from '@tarojs/components';
import { useState } from 'react';
import { kinWords } from '../../copy/funeral-kin';
import { Button } from '../../ui/button';
import { FieldError } from '../../ui/field-error';
import { TextField } from '../../ui/text-field';
import { Line } from '../../ui/words';
import './parts.scss';

const { me: words } = kinWords;
const LONGEST_RELATION = 20;
const LONGEST_WORDS = 300;

export interface Me {
  readonly relation: string;
  readonly words?: string;
}

interface MeFormProps {
  /** Asked of the button; `undefined` while it is on its way. */
  readonly go: string;
  readonly onGo: (me: Me) => void;
}

/** Who somebody is to the one who died, in a word of their own, and what they want to say with it. */
export function MeForm({ go, onGo }: MeFormProps) {
  const [relation, setRelation] = useState('');
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState<string>();
  const send = () => {
    if (relation.trim() === '') return setWrong(words.relationPlease);
    onGo({ relation: relation.trim(), ...(said.trim() !== '' && { words: said.trim() }) });
  };
  return (
    <View className="stack">
      <View className="part">
        <View className="part-label">{words.relation}</View>
        <Line tone="quiet">{words.relationHelp}</Line>
        <TextField
          id="relation"
          label={words.relation}
          initialText=""
          longest={LONGEST_RELATION}
          error={wrong}
          onType={(text) => {
            setWrong(undefined);
            setRelation(text);
          }}
          onLeave={() => undefined}
        />
        <FieldError text={wrong} />
      </View>
      <View className="part">
        <View className="part-label">{words.words}</View>
        <Line tone="quiet">{words.wordsHelp}</Line>
        <TextField
          id="words"
          label={words.words}
          initialText=""
          long
          longest={LONGEST_WORDS}
          onType={setSaid}
          onLeave={() => undefined}
        />
      </View>
      <Button id="send-me" text={go} onPress={send} />
    </View>
  );
}
