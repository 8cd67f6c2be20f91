import { programmes } from '@jinmen/shared/catalogue';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { derived } from '@jinmen/shared/facts/derived';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import { View } from '@tarojs/components';
import { result } from '../../../copy/result';
import { openPage } from '../../../platform/navigate';
import { VerdictCard } from '../../../ui/verdict-card';
import { inOrder, verdictView } from '../verdict-view';
import './result.scss';

const vocabulary = { facts, derived };

/** Every programme's answer, the best news first; none is left out. */
export function Verdicts({ assessment, answers }: { assessment: Assessment; answers: FactValues }) {
  return (
    <View className="stack">
      {inOrder(assessment.verdicts).map((verdict) => {
        const code = verdict.programme;
        const programme = programmes.find((each) => each.code === code);
        return (
          <VerdictCard
            key={code}
            code={code}
            title={programme?.title ?? code}
            {...verdictView(verdict, { programme, asOf: assessment.asOf, answers, vocabulary })}
            words={result}
            onHow={() => openPage('programme', { code })}
          />
        );
      })}
    </View>
  );
}
