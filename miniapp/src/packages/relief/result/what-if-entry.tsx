import { vocabulary } from '@jinmen/shared/catalogue';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { whatIf } from '../../../copy/what-if';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

const { entry } = whatIf;

/** The way to 先算后挣, once the household has said what it earns. */
export function WhatIfEntry({ answers }: { answers: FactValues }) {
  const { earnings } = vocabulary;
  if (earnings === undefined || typeof answers[earnings] !== 'number') return null;
  return (
    <Card title={entry.title}>
      <Line className="result-line">{entry.line}</Line>
      <Button id="what-if" kind="second" text={entry.action} onPress={() => openPage('whatIf')} />
    </Card>
  );
}
