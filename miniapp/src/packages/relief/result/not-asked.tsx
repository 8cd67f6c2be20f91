import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { View } from '@tarojs/components';
import { result } from '../../../copy/result';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { house } from '../house';
import { type Interview, openDoor } from '../interview';
import { type ClosedDoor, closedDoors } from '../open-doors';
import { askMore } from '../session';
import './result.scss';

const { notAsked: words } = result;

/** What was not asked: the doors not chosen, and, softly, those that may hurt. Each opens only if the resident is willing. */
export function NotAsked({ assessment, interview }: { assessment: Assessment; interview: Interview }) {
  const closed = closedDoors(assessment, interview.doors, house);
  const others = closed.filter(({ door }) => !door.sensitive);
  const gentle = closed.filter(({ door }) => door.sensitive);
  if (closed.length === 0) return null;
  return (
    <Card title={words.title} tone="soft" className="not-asked">
      {others.length > 0 && <Line tone="quiet">{words.lead}</Line>}
      {others.map((each) => (
        <DoorOffer key={each.door.code} closed={each} action={words.action} />
      ))}
      {gentle.length > 0 && (
        <Line tone="quiet" className="not-asked-gently">
          {words.gently}
        </Line>
      )}
      {gentle.map((each) => (
        <DoorOffer key={each.door.code} closed={each} action={words.gentleAction} />
      ))}
    </Card>
  );
}

function DoorOffer({ closed: { door, programmes }, action }: { closed: ClosedDoor; action: string }) {
  return (
    <View className="door-offer">
      <Line className="door-offer-title">{door.title}</Line>
      <Line tone="quiet">{programmes.length > 0 ? words.behind(programmes) : door.line}</Line>
      <Button
        kind="quiet"
        className="open-door"
        text={action}
        label={`${door.title}：${action}`}
        onPress={() => askMore((now) => openDoor(now, door.code))}
      />
    </View>
  );
}
