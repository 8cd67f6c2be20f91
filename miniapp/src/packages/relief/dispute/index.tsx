import { SAYINGS } from '@jinmen/shared/applications/dispute';
import { foundNow } from '@jinmen/shared/applications/known-figures';
import type { ApplicationView, FoundFact } from '@jinmen/shared/applications/views';
import { derived } from '@jinmen/shared/facts/derived';
import { facts } from '@jinmen/shared/facts/facts';
import { View } from '@tarojs/components';
import { disputeWords as words } from '../../../copy/refusal';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { goBack } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { Notice } from '../../../ui/notice';
import { NumberField } from '../../../ui/number-field';
import { Skeleton } from '../../../ui/skeleton';
import { TextField } from '../../../ui/text-field';
import { Heading, Line, Title } from '../../../ui/words';
import { valueInWords } from '../apply/form-view';
import { openCase, useCase } from '../case/case-session';
import { labelOf } from '../vocabulary';
import { definitionOf, type Said, useDispute } from './use-dispute';
import '../apply/apply.scss';

const LONGEST_WHY = 300;

/** A figure an office found is wrong: which, how, and what it should be. */
export default function DisputePage() {
  const id = usePageParameter('id') ?? '';
  const fact = usePageParameter('fact');
  const { id: opened, seen } = useCase();
  usePageShown(() => void openCase(id));
  return (
    <Screen theme="relief" title={words.title}>
      <Title>{words.title}</Title>
      {opened === id && seen ? <Saying view={seen.view} fact={fact} /> : <Skeleton words={words.loading} />}
    </Screen>
  );
}

function Saying({ view, fact }: { view: ApplicationView; fact: string | undefined }) {
  const found = foundNow(view.evaluations);
  const only = found.length === 1 ? found[0]?.fact : undefined;
  const begin = fact ?? only;
  const { said, change, problem, state, send } = useDispute(view.id, begin === undefined ? {} : { fact: begin });
  const chosen = found.find((each) => each.fact === said.fact);
  if (found.length === 0) return <Notice>{words.none}</Notice>;
  if (state === 'sent') return <Sent />;
  return (
    <View className="stack">
      <Line>{words.lead}</Line>
      <Which found={found} chosen={said.fact} onChoose={(which) => change({ fact: which })} />
      {chosen && <How found={chosen} said={said} change={change} />}
      {problem !== undefined && <Notice tone="warn">{problem}</Notice>}
      {chosen && <Button id="send-dispute" text={state === 'sending' ? words.sending : words.send} onPress={send} />}
    </View>
  );
}

function Sent() {
  return (
    <View className="stack">
      <Notice>{words.sent}</Notice>
      <Button id="back-to-case" text={words.back} onPress={goBack} />
    </View>
  );
}

interface WhichProps {
  readonly found: readonly FoundFact[];
  readonly chosen: string | undefined;
  readonly onChoose: (fact: string) => void;
}

function Which({ found, chosen, onChoose }: WhichProps) {
  const choices = found.map(({ fact, value, from }) => ({
    value: fact,
    label: labelOf(fact, { facts, derived }),
    line: words.found(valueInWords(`fact:${fact}`, value), from),
  }));
  return (
    <View id="which">
      <Heading>{words.which}</Heading>
      <ChoiceList
        label={words.which}
        choices={choices}
        chosen={chosen ? [chosen] : []}
        pick="one"
        onChoose={onChoose}
      />
    </View>
  );
}

interface HowProps {
  readonly found: FoundFact;
  readonly said: Said;
  readonly change: (part: Said) => void;
}

function How({ found, said, change }: HowProps) {
  const choices = SAYINGS.map((value) => ({ value, ...words.says[value] }));
  const choose = (value: string) => {
    const says = SAYINGS.find((each) => each === value);
    if (says) change({ says });
  };
  return (
    <View id="how" className="stack">
      <Heading>{words.how}</Heading>
      <ChoiceList
        label={words.how}
        choices={choices}
        chosen={said.says ? [said.says] : []}
        pick="one"
        onChoose={choose}
      />
      {said.says === 'other-value' && <Value found={found} said={said} change={change} />}
      <Heading>{words.why}</Heading>
      <TextField
        id="why"
        label={words.why}
        initialText={said.why ?? ''}
        long
        longest={LONGEST_WHY}
        onType={(why) => change({ why })}
        onLeave={() => undefined}
      />
    </View>
  );
}

function Value({ found: { fact }, said, change }: HowProps) {
  const definition = definitionOf(fact);
  if (definition?.type === 'count' || definition?.type === 'money')
    return (
      <View id="value">
        <Heading>{words.value}</Heading>
        <NumberField
          label={words.value}
          initialText={String(said.value ?? '')}
          unit={definition.type === 'money' ? words.yuan : ''}
          keyboard={definition.type === 'money' ? 'digit' : 'number'}
          onType={(value) => change({ value })}
          onDone={() => undefined}
        />
      </View>
    );
  const choices =
    definition?.type === 'choice'
      ? definition.options
      : [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ];
  const choose = (value: string) => change({ value: definition?.type === 'choice' ? value : value === 'yes' });
  const chosen = typeof said.value === 'boolean' ? [said.value ? 'yes' : 'no'] : [String(said.value ?? '')];
  return (
    <View id="value">
      <Heading>{words.choose}</Heading>
      <ChoiceList label={words.choose} choices={choices} chosen={chosen} pick="one" onChoose={choose} />
    </View>
  );
}
