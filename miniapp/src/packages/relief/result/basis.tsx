import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { View } from '@tarojs/components';
import { result } from '../../../copy/result';
import { shanghaiTime, today } from '../../../platform/clock';
import { useOnline } from '../../../platform/network';
import { originOn, type StandardsOrigin, useStandards } from '../../../state/standards';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { basisInWords } from '../basis-words';

/** By which day's standards and which rules this was worked out, and how old they are when that matters. */
export function Basis({ assessment }: { assessment: Assessment }) {
  const standards = useStandards();
  const online = useOnline();
  const note = noteOn(originOn(standards, today()), online, standards.fetchedAtMs);
  return (
    <View className="stack">
      {note !== undefined && <Notice className="offline-note">{note}</Notice>}
      <Line tone="fine" className="rules-version">
        {basisInWords(assessment.asOf, assessment.rulesVersion)}
      </Line>
    </View>
  );
}

function noteOn(origin: StandardsOrigin, online: boolean, fetchedAtMs: number | undefined): string | undefined {
  const { offline, offlineBundled, cached, bundled } = result.origin;
  if (fetchedAtMs === undefined) return online ? bundled : offlineBundled;
  const time = shanghaiTime(fetchedAtMs);
  if (!online) return offline(time);
  return origin === 'cached' ? cached(time) : undefined;
}
