import { hereForNonLocals, isNonLocal } from '@jinmen/shared/applications/non-local';
import { programmes } from '@jinmen/shared/catalogue';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { nonLocalWords as words } from '../../copy/non-local';
import { openPage } from '../../platform/navigate';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line } from '../../ui/words';
import { titleOf } from './programme-title';

interface NonLocalCardProps {
  readonly facts: FactValues;
  /** As it was answered on the form, if it was. */
  readonly hukouStreet?: unknown;
  /** The programmes it is about. */
  readonly codes: readonly string[];
}

/** Said plainly where a person without Tianjin hukou meets it: what is done here, and what at their own place, and how. */
export function NonLocalCard({ facts, hukouStreet, codes }: NonLocalCardProps) {
  if (!isNonLocal(facts, hukouStreet) || codes.length === 0) return null;
  const { anywhere, handedOver, elsewhere } = hereForNonLocals(programmes.filter(({ code }) => codes.includes(code)));
  return (
    <Card id="non-local" title={words.title}>
      {anywhere.length > 0 && <Line>{words.anywhere(anywhere.map(titleOf))}</Line>}
      {handedOver.length > 0 && <Line>{words.handedOver(handedOver.map(titleOf))}</Line>}
      {elsewhere.length > 0 && <Line>{words.elsewhere(elsewhere.map(titleOf))}</Line>}
      <Line tone="quiet">{words.permit}</Line>
      <Button kind="quiet" text={words.more} onPress={() => openPage('guide', { code: 'without-tianjin-hukou' })} />
      <Line tone="fine">{words.source}</Line>
    </Card>
  );
}
