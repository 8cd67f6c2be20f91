import { programmes } from '@jinmen/shared/catalogue';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { planOf } from '@jinmen/shared/planner/planner';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { plan as words } from '../../../copy/plan';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Line } from '../../../ui/words';
import { type PlanRow, type PlanView, planView } from '../plan-view';
import './plan-card.scss';

/** What to take along at once and in which order, what waits, and what to choose between; why, on tap. */
export function PlanCard({ assessment, answers }: { assessment: Assessment; answers: FactValues }) {
  const { verdicts } = assessment;
  const plan = useMemo(() => planOf({ programmes, verdicts, facts: answers }), [verdicts, answers]);
  return <PlanShown view={planView(plan, programmes)} />;
}

/** A plan, whoever made it. */
export function PlanShown({ view }: { view: PlanView | undefined }) {
  const [explained, setExplained] = useState(false);
  if (view === undefined) return null;
  return (
    <Card id="plan" className="plan-card" title={view.title}>
      {view.lead !== undefined && <Line tone="quiet">{view.lead}</Line>}
      <PlanRows rows={view.steps} kind="step" />
      <PlanRows title={view.steps.length > 0 ? words.waits.title : undefined} rows={view.waits} kind="wait" />
      {view.lines.map((line) => (
        <Line key={line} tone="quiet" className="plan-line">
          {line}
        </Line>
      ))}
      {view.reasons.length > 0 && (
        <Button
          id="plan-why"
          kind="quiet"
          className="card-apart"
          text={explained ? words.less : words.more}
          expanded={explained}
          onPress={() => setExplained(!explained)}
        />
      )}
      {explained && <Reasons view={view} />}
    </Card>
  );
}

function Reasons({ view }: { view: PlanView }) {
  return (
    <View>
      <PlanRows title={words.instead.title} rows={view.instead} kind="instead" />
      {view.reasons.map(({ why, source }) => (
        <View key={why} className="plan-reason">
          <Line>{why}</Line>
          <Line tone="fine">{source}</Line>
        </View>
      ))}
    </View>
  );
}

function PlanRows({ title, rows, kind }: { title?: string | undefined; rows: readonly PlanRow[]; kind: string }) {
  if (rows.length === 0) return null;
  return (
    <View>
      {title !== undefined && <View className="plan-part">{title}</View>}
      {rows.map((row) => (
        <ListRow
          key={row.code}
          className={`plan-${kind}`}
          title={row.title}
          line={row.line}
          onPress={() => openPage('programme', { code: row.code })}
        />
      ))}
    </View>
  );
}
