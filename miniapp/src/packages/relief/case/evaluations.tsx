import { factsIn } from '@jinmen/shared/applications/form';
import type { ApplicationView, EvaluationView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { derived } from '@jinmen/shared/facts/derived';
import { facts } from '@jinmen/shared/facts/facts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { caseWords } from '../../../copy/case';
import { result } from '../../../copy/result';
import { dayOf, shanghaiTime } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { VerdictCard } from '../../../ui/verdict-card';
import { Line } from '../../../ui/words';
import { valueInWords } from '../apply/form-view';
import { releaseOf } from '../basis-words';
import { titleOf } from '../programme-title';
import { verdictView } from '../verdict-view';
import { labelOf } from '../vocabulary';

const { evaluations: words } = caseWords;
const vocabulary = { facts, derived };

/**
 * What the rules say, once on what the resident told and once on what was found out: never a decision, so it is opened
 * by whoever wants to see it.
 */
export function Evaluations({ view }: { view: ApplicationView }) {
  const { evaluations } = view;
  const [open, setOpen] = useState(false);
  if (evaluations.length === 0) return null;
  const newestFirst = [...evaluations].sort((one, other) => (one.at < other.at ? 1 : -1));
  return (
    <View className="stack">
      <Button
        id="show-evaluations"
        kind="quiet"
        text={open ? words.hide : words.show}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <Card id="evaluations" title={words.title}>
          <Line tone="quiet">{words.lead}</Line>
          {newestFirst.map((evaluation) => (
            <Evaluation key={`${evaluation.basis}-${evaluation.at}`} evaluation={evaluation} view={view} />
          ))}
        </Card>
      )}
    </View>
  );
}

function Evaluation({ evaluation, view }: { evaluation: EvaluationView; view: ApplicationView }) {
  const { basis, at, rulesVersion, facts: found } = evaluation;
  const own = evaluation.verdicts.filter(({ programme }) => view.programmes.includes(programme));
  const answers = { ...factsIn(view.fields), ...Object.fromEntries(found.map(({ fact, value }) => [fact, value])) };
  return (
    <View className={`case-evaluation evaluation-${basis}`}>
      <View className="form-label">{words[basis]}</View>
      <Line tone="fine">{words.at(shanghaiTime(Date.parse(at)), releaseOf(rulesVersion))}</Line>
      {found.map(({ fact, value, from }) => (
        <View key={fact} className="case-part">
          <Line>{words.fact(labelOf(fact, vocabulary), valueInWords(`fact:${fact}`, value))}</Line>
          <Line tone="fine">{words.from(from)}</Line>
        </View>
      ))}
      {found.length > 0 && <Line tone="quiet">{words.differs}</Line>}
      {own.map((verdict) => (
        <VerdictCard
          key={verdict.programme}
          code={`${basis}-${verdict.programme}`}
          title={titleOf(verdict.programme)}
          {...verdictView(verdict, {
            programme: catalogue.find(({ code }) => code === verdict.programme),
            asOf: dayOf(Date.parse(at)),
            answers,
            vocabulary,
          })}
          words={result}
          onHow={() => openPage('programme', { code: verdict.programme })}
        />
      ))}
    </View>
  );
}
