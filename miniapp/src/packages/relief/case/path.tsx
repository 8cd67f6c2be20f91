import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { routingWords } from '../../../copy/routing';
import { shanghaiTime } from '../../../platform/clock';
import { aria } from '../../../ui/aria';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

const { path: words, decides } = routingWords;

/** Every office that has had it, in order, and who decides in the end. Nothing where it stayed where it was handed in. */
export function CasePath({ view: { cases } }: { view: Pick<ApplicationView, 'cases'> }) {
  const moved = cases.filter(({ path }) => path !== undefined);
  if (moved.length === 0) return null;
  return (
    <Card id="case-path" title={words.title}>
      {moved.map(({ id, path = [], decidedBy }) => (
        <View key={id} {...aria({ role: 'list', label: words.title })}>
          {path.map(({ office, since, why }, at) => (
            <View key={since} className="case-paper case-hop" {...aria({ role: 'listitem' })}>
              <View>
                <Line>{office}</Line>
                <Line tone="quiet">
                  {[words.since(shanghaiTime(Date.parse(since))), at === path.length - 1 ? words.now : undefined]
                    .filter(Boolean)
                    .join('，')}
                </Line>
                {why !== undefined && <Line tone="quiet">{words.why(why)}</Line>}
              </View>
            </View>
          ))}
          {decidedBy !== undefined && <Line>{decides(decidedBy)}</Line>}
        </View>
      ))}
      <Line tone="fine">{words.go}</Line>
    </Card>
  );
}
