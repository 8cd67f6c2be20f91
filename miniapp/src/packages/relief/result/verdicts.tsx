import { programmes } from '@jinmen/shared/catalogue';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { derived } from '@jinmen/shared/facts/derived';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import { View } from '@tarojs/components';
import { result } from '../../../copy/result';
import { openPage } from '../../../platform/navigate';
import { VerdictCard } from '../../../ui/verdict-card';
import { titleOf } from '../programme-title';
import type { ServedAnswer } from '../served/ask-server';
import { servedTitle, servedVerdictView } from '../served/served-view';
import { inOrder, verdictView } from '../verdict-view';
import './result.scss';

const vocabulary = { facts, derived };

interface VerdictsProps {
  readonly assessment: Assessment;
  readonly answers: FactValues;
  /** Set when the verdicts are the server's. */
  readonly served?: ServedAnswer | undefined;
}

/** Every programme's answer, the best news first; none is left out. */
export function Verdicts({ assessment, answers, served }: VerdictsProps) {
  const { asOf } = assessment;
  return (
    <View className="stack">
      {inOrder(assessment.verdicts).map((verdict) => {
        const code = verdict.programme;
        const programme = programmes.find((each) => each.code === code);
        return (
          <VerdictCard
            key={code}
            code={code}
            title={served ? servedTitle(code, served.catalogue) : titleOf(code)}
            {...(served
              ? servedVerdictView(verdict, served, { asOf, answers })
              : verdictView(verdict, { programme, asOf, answers, vocabulary }))}
            words={result}
            onHow={() => openPage('programme', { code })}
          />
        );
      })}
    </View>
  );
}
