import type { Programme } from '@jinmen/shared/eligibility/programme';
import { standardsInForce } from '@jinmen/shared/standards/in-force';
import { View } from '@tarojs/components';
import { programmePage } from '../../../copy/result';
import { today } from '../../../platform/clock';
import { useStandards } from '../../../state/standards';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { standardKeysOf, standardLabel, standardValue } from '../standard-words';
import { sourceInWords } from '../verdict-view';

/** The figures in force today that this programme's rule uses, each with its day and its document. */
export function StandardsInForce({ programme }: { programme: Programme }) {
  const rows = useStandards((standards) => standards.rows);
  const keys = standardKeysOf(programme, today());
  const shown = standardsInForce(rows, today()).filter(
    ({ key, unit }) => keys.has(key) && unit !== 'flag' && standardLabel(key) !== undefined,
  );
  return (
    <Card title={programmePage.howMuch}>
      {shown.length === 0 && <Line>{programmePage.unknown}</Line>}
      {shown.map((row) => (
        <View key={row.key} className="standard">
          <Line>{`${standardLabel(row.key)}：${standardValue(row)}`}</Line>
          <Line tone="fine">
            {`${row.to === undefined ? programmePage.since(row.from) : programmePage.until(row.from, row.to)}，${programmePage.source(sourceInWords(row.source))}`}
          </Line>
        </View>
      ))}
    </Card>
  );
}
