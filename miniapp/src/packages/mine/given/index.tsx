import type { DisclosureView } from '@jinmen/shared/residents/rights';
import { myData as words } from '../../../copy/my-data';
import { shanghaiTime } from '../../../platform/clock';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { ListScreen } from '../list-screen';
import { usePages } from '../use-pages';

/** Which bureau really got what, what for, and why it might. */
export default function GivenPage() {
  const pages = usePages<DisclosureView>('/disclosures');
  return (
    <ListScreen words={words.given} pages={pages}>
      {(item) => <Given key={item.id} item={item} />}
    </ListScreen>
  );
}

function Given({ item: { at, to, what, purpose, basis } }: { item: DisclosureView }) {
  return (
    <Card className="given" title={to}>
      <Line>{what}</Line>
      <Line tone="quiet">{words.purpose(purpose)}</Line>
      {basis.map((each) => (
        <Line key={each} tone="quiet">
          {words.basis(each)}
        </Line>
      ))}
      <Line tone="fine">{shanghaiTime(Date.parse(at))}</Line>
    </Card>
  );
}
