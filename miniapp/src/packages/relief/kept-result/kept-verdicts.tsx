import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { View } from '@tarojs/components';
import { keep } from '../../../copy/keep';
import { result } from '../../../copy/result';
import type { KeptResult } from '../../../state/kept-result';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Pill } from '../../../ui/pill';
import { Line } from '../../../ui/words';
import { type JudgedOnce, type ThenAndNow, thenAndNow } from '../kept-view';
import { badgeTone } from '../verdict-view';
import './kept-result.scss';

/** Every programme as it was judged then; today's answer stands beside it only where it is another. */
export function KeptVerdicts({ kept, now }: { kept: KeptResult; now: Assessment | undefined }) {
  const rows = thenAndNow(kept, now);
  const changed = rows.filter((row) => row.now !== undefined).length;
  const verdict = changed === 0 ? keep.one.same : keep.one.differs(changed);
  return (
    <View className="stack">
      <Notice className="kept-compared">{now === undefined ? keep.one.newerRules : verdict}</Notice>
      {rows.map((row) => (
        <OneProgramme key={row.programme} row={row} />
      ))}
    </View>
  );
}

function OneProgramme({ row: { programme, title, once, now } }: { row: ThenAndNow }) {
  return (
    <Card
      id={`kept-${programme}`}
      title={title}
      mark={once && <Badge judged={once} />}
      {...(now !== undefined && { className: 'kept-changed' })}
    >
      {once === undefined && <Line tone="quiet">{keep.one.newNow}</Line>}
      {once?.amount !== undefined && <Line tone="quiet">{once.amount}</Line>}
      {now === 'gone' && <Line className="kept-now">{keep.one.notNow}</Line>}
      {typeof now === 'object' && (
        <View className="kept-now">
          <View className="kept-now-row">
            <Line>{keep.one.now}</Line>
            <Badge judged={now} />
          </View>
          {now.amount !== undefined && <Line tone="quiet">{now.amount}</Line>}
        </View>
      )}
    </Card>
  );
}

function Badge({ judged: { verdict } }: { judged: JudgedOnce }) {
  return <Pill text={result.badge[verdict]} tone={badgeTone[verdict]} />;
}
