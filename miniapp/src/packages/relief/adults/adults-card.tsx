import type { AdultView } from '@jinmen/shared/applications/adults';
import { View } from '@tarojs/components';
import { adultWords as words } from '../../../copy/adults';
import { shanghaiTime } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Pill, type PillTone } from '../../../ui/pill';
import { Line } from '../../../ui/words';

interface AdultsCardProps {
  readonly id: string;
  readonly adults: readonly AdultView[] | undefined;
  /** Once nothing is decided by it any more, it only says who signed. */
  readonly closed?: boolean;
}

const TONES: Readonly<Record<AdultView['state'], PillTone>> = {
  'not-asked': 'warn',
  'link-sent': 'soft',
  signed: 'success',
  'at-desk': 'soft',
  unreachable: 'muted',
  'will-not-sign': 'muted',
  withdrawn: 'muted',
};

/** Every grown-up and what can be done about each. Whoever lives alone, or with children, never sees it. */
export function AdultsCard({ id, adults, closed = false }: AdultsCardProps) {
  if (!adults?.some(({ you }) => !you)) return null;
  const done = adults.every(({ state, unasked }) => state === 'signed' && !unasked);
  return (
    <Card id="adults" title={words.card.title}>
      <Line tone={done ? 'plain' : 'quiet'}>{done ? words.card.done : words.card.lead}</Line>
      <View className="stack">
        {adults.map((adult) => (
          <Row key={adult.member} id={id} adult={adult} closed={closed} />
        ))}
      </View>
    </Card>
  );
}

function Row({ id, adult, closed }: { id: string; adult: AdultView; closed: boolean }) {
  const { member, name, you, state, way, at, link, unasked } = adult;
  const asks = !you && (state !== 'signed' || unasked === true) && !closed;
  const expired = state === 'not-asked' && link?.state === 'expired';
  return (
    <ListRow
      className="adult-row"
      title={you ? words.card.you(name) : name}
      {...(way && at && { line: words.signed[way](shanghaiTime(Date.parse(at))) })}
      {...(asks
        ? {
            line: expired ? words.expired : unasked ? words.unasked : words.state[state],
            note: words.sees,
            onPress: () => openPage('adult', { id, member }),
          }
        : { end: <Pill text={words.state[state]} tone={TONES[state]} /> })}
    />
  );
}
