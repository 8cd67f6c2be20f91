import type { AccessView } from '@jinmen/shared/residents/rights';
import { myData as words } from '../../../copy/my-data';
import { shanghaiTime } from '../../../platform/clock';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { ListScreen } from '../list-screen';
import { usePages } from '../use-pages';

/** Who at a desk looked, in which post, and why. */
export default function SeenPage() {
  const pages = usePages<AccessView>('/accesses');
  return (
    <ListScreen words={words.seen} pages={pages}>
      {(item) => <Seen key={item.id} item={item} />}
    </ListScreen>
  );
}

function Seen({ item: { at, who, what, why } }: { item: AccessView }) {
  return (
    <Card className="seen" title={who}>
      <Line>{what}</Line>
      {why !== undefined && <Line tone="quiet">{words.why(why)}</Line>}
      <Line tone="fine">{shanghaiTime(Date.parse(at))}</Line>
    </Card>
  );
}
