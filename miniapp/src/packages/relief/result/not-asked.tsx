import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { questions } from '@jinmen/shared/facts/questions';
import { result } from '../../../copy/result';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { type Interview, openDoor } from '../interview';
import { askMore } from '../session';

/** What could still matter but was not asked, because it may hurt: named softly, asked only if the resident is willing. */
export function NotAsked({ assessment, interview }: { assessment: Assessment; interview: Interview }) {
  const doors = closedDoors(assessment, interview);
  if (doors.length === 0) return null;
  return (
    <Card title={result.notAsked.title} tone="soft" className="not-asked">
      <Line tone="quiet">{result.notAsked.lead}</Line>
      {doors.map((door) => (
        <Button
          key={door}
          kind="quiet"
          className="open-door"
          text={`${result.notAsked.doors[door] ?? result.notAsked.door}：${result.notAsked.action}`}
          onPress={() => askMore((now) => openDoor(now, door))}
        />
      ))}
    </Card>
  );
}

function closedDoors({ notAsked }: Assessment, { doors }: Interview): readonly string[] {
  const ids = new Set(notAsked.map(({ id }) => id));
  const behind = questions.filter(({ id }) => ids.has(id)).map(({ door }) => door);
  return [...new Set(behind)].filter((door) => !doors.includes(door));
}
