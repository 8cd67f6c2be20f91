import { View } from '@tarojs/components';
import { useState } from 'react';
import { doorWords } from '../../../copy/doors';
import { result } from '../../../copy/result';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { FieldError } from '../../../ui/field-error';
import { Line, Title } from '../../../ui/words';
import { house } from '../house';
import { chooseDoors } from '../interview';
import { doorsAtStart } from '../open-doors';
import { changeInterview, useSession } from '../session';
import './wizard.scss';

interface DoorsPanelProps {
  /** The door by which the resident came in, ticked for them. */
  readonly wanted: string | undefined;
  readonly onDone: () => void;
  /** Set when questions were answered already: the answers stay, and nothing need be changed. */
  readonly onCancel?: () => void;
}

/** What the resident wants to talk about. Nothing is kept before it is confirmed: looking leaves no trace. */
export function DoorsPanel({ wanted, onDone, onCancel }: DoorsPanelProps) {
  const opened = useSession((session) => session.interview.doors);
  const [chosen, setChosen] = useState(() => withWanted(opened, wanted));
  const [problem, setProblem] = useState<string>();
  const toggle = (door: string) => {
    setProblem(undefined);
    setChosen((now) => (now.includes(door) ? now.filter((each) => each !== door) : [...now, door]));
  };
  const confirm = () => {
    if (chosen.length === 0) {
      setProblem(doorWords.problem);
      return;
    }
    changeInterview((now) => chooseDoors(now, chosen));
    onDone();
  };
  const changing = onCancel !== undefined;
  return (
    <View>
      <Title className="doors-title">{changing ? doorWords.changeTitle : doorWords.title}</Title>
      <Line tone="quiet">{changing ? doorWords.changeLead : doorWords.lead}</Line>
      <DoorList sensitive={false} chosen={chosen} onToggle={toggle} />
      <DoorList sensitive chosen={chosen} onToggle={toggle} />
      <FieldError text={problem} />
      <View className="wizard-actions">
        <Button id="start" text={changing ? doorWords.changed : doorWords.start} onPress={confirm} />
        {changing ? (
          <Button id="keep-doors" kind="second" text={doorWords.cancel} onPress={onCancel} />
        ) : (
          <Button kind="second" text={result.urgent} onPress={() => openPage('urgent')} />
        )}
      </View>
      {!changing && <Promises />}
    </View>
  );
}

function DoorList({
  sensitive,
  chosen,
  onToggle,
}: {
  sensitive: boolean;
  chosen: readonly string[];
  onToggle: (door: string) => void;
}) {
  const listed = doorsAtStart(house).filter((door) => door.sensitive === sensitive);
  if (listed.length === 0) return null;
  return (
    <View className="door-list">
      {sensitive && <Line tone="quiet">{doorWords.gently}</Line>}
      <ChoiceList
        label={sensitive ? doorWords.gently : doorWords.title}
        choices={listed.map(({ code, title, line }) => ({ value: code, label: title, line }))}
        chosen={chosen}
        pick="many"
        onChoose={onToggle}
      />
    </View>
  );
}

function Promises() {
  return (
    <View className="door-promises">
      {doorWords.lines.map((line) => (
        <Line key={line} tone="quiet">
          {line}
        </Line>
      ))}
    </View>
  );
}

function withWanted(opened: readonly string[], wanted: string | undefined): readonly string[] {
  return wanted === undefined || opened.includes(wanted) ? opened : [...opened, wanted];
}
