import type { Programme } from '@jinmen/shared/eligibility/programme';
import { standardsInForce } from '@jinmen/shared/standards/in-force';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardRows } from '@jinmen/shared/standards/standards';
import { View } from '@tarojs/components';
import { programmePage } from '../../../copy/result';
import { sources } from '../../../copy/sources';
import { dayInWords, today } from '../../../platform/clock';
import { useStandards } from '../../../state/standards';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { amountKeysOf, standardKeysOf, standardLabel, standardValue } from '../standard-words';
import { sourceInWords } from '../verdict-view';

/**
 * The figures in force today that this programme's rule uses, each with its day and its document. Where none is in
 * force, the last one known is named as what it is: over. What is paid is said, also when nobody has published it.
 */
export function StandardsInForce({ programme }: { programme: Programme }) {
  const rows = useStandards((standards) => standards.rows);
  const keys = [...standardKeysOf(programme, today())].filter((key) => standardLabel(key) !== undefined);
  const inForce = new Map(standardsInForce(rows, today()).map((row) => [row.key, row]));
  const shown = keys.flatMap((key) => inForce.get(key) ?? []).filter(({ unit }) => unit !== 'flag');
  const over = keys.filter((key) => !inForce.has(key)).flatMap((key) => lastKnown(key) ?? []);
  const paid = whatIsPaid(
    amountKeysOf(programme, today()),
    [...shown, ...over].map(({ key }) => key),
  );
  return (
    <Card title={programmePage.howMuch}>
      {paid !== undefined && <Line className="standard">{paid}</Line>}
      {shown.map((row) => (
        <Figure key={row.key} row={row} line={`${standardLabel(row.key)}：${standardValue(row)}`} />
      ))}
      {over.map((row) => (
        <Figure key={row.key} row={row} line={programmePage.over(standardLabel(row.key) ?? '', standardValue(row))} />
      ))}
    </Card>
  );
}

/** What the figures below leave open; `undefined` when they say what is paid. */
function whatIsPaid(amount: ReadonlySet<string> | undefined, told: readonly string[]): string | undefined {
  if (amount === undefined) return programmePage.paysNothing;
  return told.some((key) => amount.has(key)) ? undefined : programmePage.unknown;
}

function Figure({ row, line }: { row: StandardRow; line: string }) {
  const from = dayInWords(row.from);
  const days = row.to === undefined ? programmePage.since(from) : programmePage.until(from, dayInWords(row.to));
  // The day it is in force from stands there already.
  const { effective, ...undated } = row.source;
  const source = effective === row.from ? undated : row.source;
  return (
    <View className="standard">
      <Line>{line}</Line>
      <Line tone="fine">{`${days}，${sources.basis(sourceInWords(source))}`}</Line>
    </View>
  );
}

/** The server sends only what is in force; what is over stands in the release's own table. */
function lastKnown(key: string): StandardRow | undefined {
  return standardRows
    .filter((row) => row.key === key && row.to !== undefined && row.to < today() && row.unit !== 'flag')
    .sort((one, other) => (one.from < other.from ? 1 : -1))[0];
}
