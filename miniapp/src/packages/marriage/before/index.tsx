import { View } from '@tarojs/components';
import { useState } from 'react';
import { marriage } from '../../../copy/marriage';
import { marriageTitles } from '../../../copy/marriage-titles';
import { replacePage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field-error';
import { Title } from '../../../ui/words';
import { BothMainland, useBothMainland } from '../both-mainland';
import { themeOf } from '../kind';
import { queryOf, useWanted } from '../wanted';

const { before: words } = marriage;

/** Stands before the days of a place; whoever answered it already is led on without seeing it. */
export default function BeforePage() {
  const wanted = useWanted();
  const { answer } = useBothMainland();
  const [missing, setMissing] = useState(false);
  const goOn = () => {
    setMissing(answer === undefined);
    if (answer) replacePage('marriageMonth', queryOf(wanted));
  };
  return (
    <Screen theme={themeOf(wanted.kind)} title={marriageTitles.before}>
      <Title>{words.question}</Title>
      <View className="stack">
        <BothMainland />
        {missing && answer === undefined && <FieldError text={words.problem} />}
        {answer !== false && <Button id="next" text={words.next} onPress={goOn} />}
      </View>
    </Screen>
  );
}
