import { programmes } from '@jinmen/shared/catalogue';
import { planOf } from '@jinmen/shared/planner/planner';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { chooseWords } from '../../../copy/apply';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { Heading, Line, Title } from '../../../ui/words';
import { NonLocalCard } from '../non-local-card';
import { restoreInterview, useAssessment, useSession } from '../session';
import { chooseView, notesOn, presetOf } from './choose-view';
import { OpenDraft } from './open-draft';
import { useStart } from './use-start';
import { WhomChoice } from './whom-choice';

/** What to apply for together, ticked as the plan has it. `programme` in the address: the one the resident came from. */
export default function ChoosePage() {
  const wanted = programmes.find(({ code }) => code === usePageParameter('programme'))?.code;
  usePageShown(restoreInterview);
  return (
    <Screen theme="relief" title={chooseWords.title}>
      <Title>{chooseWords.title}</Title>
      <Line tone="quiet">{chooseWords.lead}</Line>
      <Choosing wanted={wanted} />
    </Screen>
  );
}

function Choosing({ wanted }: { wanted: string | undefined }) {
  const answers = useSession((session) => session.interview.facts);
  const asked = useSession((session) => session.interview.asked);
  const { verdicts } = useAssessment();
  const plan = useMemo(
    () => (asked.length === 0 ? undefined : planOf({ programmes, verdicts, facts: answers })),
    [asked, verdicts, answers],
  );
  const { suggested, others } = chooseView(plan, programmes, wanted);
  const [dependant, setDependant] = useState(usePageParameter('dependant'));
  const [ticked, setTicked] = useState<readonly string[]>();
  const [opened, setOpened] = useState(false);
  const open = opened || suggested.length === 0;
  const chosen = ticked ?? (wanted === undefined ? presetOf(plan) : [wanted]);
  const { working, problem, start } = useStart();
  const toggle = (code: string) =>
    setTicked(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  const lists = { chosen, pick: 'many', onChoose: toggle } as const;
  const othersWords = suggested.length > 0 ? chooseWords.others : chooseWords.all;
  const suggestedWords = wanted === undefined ? chooseWords.suggested : chooseWords.wanted;
  return (
    <View className="stack form-actions">
      <OpenDraft />
      <WhomChoice chosen={dependant} onChoose={setDependant} />
      {suggested.length === 0 && (
        <Button id="check-first" kind="quiet" text={chooseWords.checkFirst} onPress={() => openPage('wizard')} />
      )}
      {suggested.length > 0 && (
        <View id="suggested">
          <Heading>{suggestedWords}</Heading>
          <ChoiceList label={suggestedWords} choices={suggested} {...lists} />
        </View>
      )}
      {notesOn(chosen, programmes, answers).map((note) => (
        <Notice key={note} className="choose-note">
          {note}
        </Notice>
      ))}
      <NonLocalCard facts={answers} codes={chosen} />
      {!open && (
        <Button
          id="show-others"
          kind="quiet"
          text={chooseWords.showOthers}
          expanded={false}
          onPress={() => setOpened(true)}
        />
      )}
      {open && (
        <View id="others">
          <Heading>{othersWords}</Heading>
          <ChoiceList label={othersWords} choices={others} {...lists} />
        </View>
      )}
      <FieldError text={problem === chooseWords.none && chosen.length > 0 ? undefined : problem} />
      <Button
        id="start-form"
        text={working ? chooseWords.starting : chooseWords.start(chosen.length)}
        onPress={() =>
          start(
            programmes.map(({ code }) => code).filter((code) => chosen.includes(code)),
            dependant,
          )
        }
      />
      <Button kind="second" text={chooseWords.street} onPress={() => openPage('later', { door: 'apply' })} />
      {chooseWords.promises.map((promise) => (
        <Line key={promise} tone="quiet">
          {promise}
        </Line>
      ))}
    </View>
  );
}
