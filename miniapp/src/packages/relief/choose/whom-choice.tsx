import { View } from '@tarojs/components';
import { whomWords } from '../../../copy/helping';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { loadHelping, useHelping } from '../../../state/helping';
import { useSession } from '../../../state/session';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { Heading } from '../../../ui/words';

const { choose: words } = whomWords;
const SELF = 'self';

/** For whom: oneself, or one of the children on the list. Whoever is not signed in applies for themself. */
export function WhomChoice({ chosen, onChoose }: { chosen: string | undefined; onChoose: (id?: string) => void }) {
  const signedIn = useSession(({ status }) => status === 'signed-in');
  const dependants = useHelping((state) => state.dependants) ?? [];
  usePageShown(() => {
    if (useSession.getState().status === 'signed-in') void loadHelping();
  });
  if (!signedIn) return null;
  const theirs = dependants.filter(({ waits }) => waits !== 'grown-up');
  return (
    <View id="for-whom">
      {theirs.length > 0 && (
        <>
          <Heading>{words.title}</Heading>
          <ChoiceList
            label={words.title}
            pick="one"
            choices={[
              { value: SELF, label: words.self },
              ...theirs.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            chosen={[chosen ?? SELF]}
            onChoose={(value) => onChoose(value === SELF ? undefined : value)}
          />
        </>
      )}
      <Button id="whom-add" kind="quiet" text={words.add} onPress={() => openPage('helping')} />
    </View>
  );
}
