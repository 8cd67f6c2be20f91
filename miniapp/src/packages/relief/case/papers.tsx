import type { PaperRequestView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { caseWords } from '../../../copy/case';
import { dayAndWeekday } from '../../../platform/clock';
import { aria } from '../../../ui/aria';
import { Card } from '../../../ui/card';
import { Pill } from '../../../ui/pill';
import { Line } from '../../../ui/words';

const { papers: words } = caseWords;

/** What an office asked for: one complete list, what it has already ticked off. */
export function Papers({ request: { by, holder, papers } }: { request: PaperRequestView }) {
  const open = papers.some(({ received }) => !received);
  return (
    <Card id="papers" title={open ? words.title : words.titleDone} tone={open ? 'soft' : 'plain'}>
      {open && <Line>{words.line(holder, dayAndWeekday(by))}</Line>}
      <View {...aria({ role: 'list', label: words.title })}>
        {papers.map(({ name, received, unreadable }) => (
          <View key={name} className="case-paper" {...aria({ role: 'listitem' })}>
            <Line>{name}</Line>
            <Pill
              text={received ? words.received : unreadable ? words.unreadable : words.open}
              tone={received ? 'success' : 'warn'}
            />
          </View>
        ))}
      </View>
      {open && <Line tone="quiet">{words.help}</Line>}
    </Card>
  );
}
