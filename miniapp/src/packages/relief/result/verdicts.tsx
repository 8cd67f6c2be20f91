import { programmes } from '@jinmen/shared/catalogue';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { derived } from '@jinmen/shared/facts/derived';
import { facts } from '@jinmen/shared/facts/facts';
import { View } from '@tarojs/components';
import { result } from '../../../copy/result';
import { openPage } from '../../../platform/navigate';
import { VerdictCard } from '../../../ui/verdict-card';
import { amountOf, badgeTone, clauseLines, inOrder, whyOf } from '../verdict-view';
import './result.scss';

const vocabulary = { facts, derived };

/** Every programme's answer, the best news first; none is left out. */
export function Verdicts({ assessment }: { assessment: Assessment }) {
  return (
    <View className="stack">
      {inOrder(assessment.verdicts).map((verdict) => (
        <VerdictCard
          key={verdict.programme}
          code={verdict.programme}
          title={programmes.find(({ code }) => code === verdict.programme)?.title ?? verdict.programme}
          badge={result.badge[verdict.verdict]}
          tone={badgeTone[verdict.verdict]}
          why={whyOf(verdict, vocabulary)}
          amount={amountOf(verdict)}
          clauses={clauseLines(verdict.clauses, vocabulary)}
          words={result}
          onHow={() => openPage('programme', { code: verdict.programme })}
        />
      ))}
    </View>
  );
}
