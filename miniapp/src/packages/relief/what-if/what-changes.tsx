import { programmes } from '@jinmen/shared/catalogue';
import type { EarningMore } from '@jinmen/shared/eligibility/what-if';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { result } from '../../../copy/result';
import { whatIf as words } from '../../../copy/what-if';
import { openPage } from '../../../platform/navigate';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Pill } from '../../../ui/pill';
import { Heading, Line } from '../../../ui/words';
import { house } from '../house';
import { goToEnd } from '../interview';
import { waitingForDoors } from '../open-doors';
import { askMore, useAssessment, useSession } from '../session';
import { type EffectView, turnLines, whatIfView } from '../what-if-view';

/** Turns are looked for at least as far as a usual wage. */
const FAR_FEN = 300_000;

interface WhatChangesProps {
  readonly earning: EarningMore;
  readonly extraFen: number;
  readonly more: string;
}

/** Each programme before and after, what is not touched, and where an answer turns. */
export function WhatChanges({ earning, extraFen, more }: WhatChangesProps) {
  const { doors } = useSession((session) => session.interview);
  const assessment = useAssessment();
  const behindDoors = useMemo(() => waitingForDoors(assessment, doors, house), [assessment, doors]);
  const effects = earning.effects(extraFen).filter(({ programme }) => !behindDoors.has(programme));
  const turns = useMemo(() => earning.turns(Math.max(FAR_FEN, extraFen)), [earning, extraFen]);
  const view = whatIfView(effects, programmes);
  const told = turnLines(
    turns.filter(({ programme }) => !behindDoors.has(programme)),
    programmes,
  );
  return (
    <View id="what-changes" {...aria({ live: 'polite' })}>
      <Heading>{words.result(more)}</Heading>
      <View className="stack">
        {view.changed.map((effect) => (
          <EffectCard key={effect.code} effect={effect} />
        ))}
        {view.lines.map((line) => (
          <Line key={line} className="what-if-line">
            {line}
          </Line>
        ))}
        {view.unanswered && (
          <Button kind="second" id="continue" text={result.answerMore} onPress={() => askMore(goToEnd)} />
        )}
        {told.length > 0 && (
          <Card title={words.turns.title} className="what-if-turns">
            {told.map((line) => (
              <Line key={line} className="what-if-turn">
                {line}
              </Line>
            ))}
          </Card>
        )}
      </View>
    </View>
  );
}

function EffectCard({ effect }: { effect: EffectView }) {
  const { code, title, badge, tone, what, now, after, line } = effect;
  return (
    <Card
      id={`effect-${code}`}
      className="effect-card"
      title={title}
      mark={<Pill text={badge} tone={tone} />}
      onPress={() => openPage('programme', { code })}
      label={`${title}：${words.now} ${now}，${words.after} ${after}。${line}`}
    >
      {what !== undefined && <Line tone="quiet">{what}</Line>}
      <View className="effect-row">
        <View className="effect-when">{words.now}</View>
        <View className="effect-figure">{now}</View>
      </View>
      <View className="effect-row">
        <View className="effect-when">{words.after}</View>
        <View className="effect-figure">{after}</View>
      </View>
      <Line tone="quiet">{line}</Line>
    </Card>
  );
}
