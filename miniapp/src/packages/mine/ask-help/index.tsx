import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { MANDATE_TERMS, type ReadBackWay } from '@jinmen/shared/residents/mandates';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { helpingWords, askHelpWords as words } from '../../../copy/helping';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { Button } from '../../../ui/button';
import { Line, Title } from '../../../ui/words';
import { ChosenCard, TypedCard } from '../helping/form-card';
import { StreetCard } from './street-card';
import { type Asked, nothingAsked, useAskHelp } from './use-ask-help';

const WAYS: readonly ReadBackWay[] = ['sms', 'call', 'account'];

/** 代办: whom, what, until when, and how they are asked whether they want it. */
export default function AskHelpPage() {
  const [asked, setAsked] = useState<Asked>(nothingAsked);
  const { working, fields, trouble, ask } = useAskHelp();
  const set = (change: Partial<Asked>) => setAsked((now) => ({ ...now, ...change }));
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        <TypedCard
          id="helped-name"
          title={words.name}
          help={words.nameHelp}
          longest={50}
          error={fields.name}
          onType={(name) => set({ name })}
        />
        <TypedCard
          id="helped-number"
          title={words.idNumber}
          help={words.idNumberHelp}
          keyboard="idcard"
          longest={40}
          error={fields.idNumber}
          onType={(idNumber) => set({ idNumber })}
        />
        <StreetCard chosen={asked.street} error={fields.street} onChoose={(street) => set({ street })} />
        <WayCards asked={asked} fields={fields} onSet={set} />
        <ChosenCard
          id="what"
          title={words.what}
          pick="many"
          choices={catalogue.map(({ code, title }) => ({ value: code, label: title }))}
          chosen={asked.programmes}
          error={fields.programmes}
          onChoose={(code) => set({ programmes: toggled(asked.programmes, code) })}
        />
        <ChosenCard
          id="days"
          title={words.days.title}
          choices={MANDATE_TERMS.map((days) => ({ value: String(days), label: words.days.of(days) }))}
          chosen={[String(asked.days)]}
          onChoose={(days) => set({ days: Number(days) })}
        >
          <Line tone="quiet">{words.days.sample}</Line>
        </ChosenCard>
        {trouble && <TroubleCard trouble={trouble} />}
        <Button id="ask" text={working ? words.working : words.submit} onPress={() => ask(asked)} />
        <Line tone="quiet">{helpingWords.street}</Line>
      </View>
    </Screen>
  );
}

interface WayCardsProps {
  readonly asked: Asked;
  readonly fields: Readonly<Record<string, string>>;
  readonly onSet: (change: Partial<Asked>) => void;
}

function WayCards({ asked, fields, onSet }: WayCardsProps) {
  const { way } = words;
  return (
    <>
      <ChosenCard
        id="way"
        title={way.title}
        choices={WAYS.map((value) => ({ value, label: way[value], line: way[`${value}Line`] }))}
        chosen={[asked.way]}
        onChoose={(value) => onSet({ way: value as ReadBackWay })}
      />
      {asked.way !== 'account' && (
        <TypedCard
          id="helped-phone"
          title={words.phone}
          help={words.phoneHelp}
          keyboard="tel"
          longest={20}
          error={fields.phone}
          onType={(phone) => onSet({ phone })}
        />
      )}
    </>
  );
}

function toggled(codes: readonly string[], code: string): readonly string[] {
  return codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code];
}
