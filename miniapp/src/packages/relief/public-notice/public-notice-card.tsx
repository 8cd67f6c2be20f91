import type { NoticeView } from '@jinmen/shared/applications/public-notice';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { publicNoticeWords as words } from '../../../copy/public-notice';
import { dayInWords } from '../../../platform/clock';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Pill } from '../../../ui/pill';
import { Line } from '../../../ui/words';
import { titleOf } from '../programme-title';
import { sourceInWords } from '../verdict-view';
import { usePublicNotice } from './use-public-notice';
import './public-notice.scss';

type Of = Pick<ApplicationView, 'id' | 'version'>;

/** Before handing in: exactly what would be posted, where and for how long, and what never is. */
export function PublicNoticeCard({ application: { id, version } }: { application: Of }) {
  const { view, problem, again } = usePublicNotice(id, version);
  if (view === undefined && problem === undefined) return null;
  const reasons = [...new Set(view?.notPosted.map(({ why }) => why))];
  return (
    <Card id="public-notice" title={words.title}>
      {view === undefined && problem !== undefined && <Line>{words[problem]}</Line>}
      {problem === 'fault' && <Button kind="quiet" text={words.retry} onPress={again} />}
      {view !== undefined && view.notices.length > 0 && <Line>{words.lead}</Line>}
      {view?.notices.map((notice) => (
        <Posted key={`${notice.programme}:${notice.stage}`} notice={notice} />
      ))}
      {reasons.map((why) => (
        <Line key={why} className="posted">
          {words.notPosted(
            view?.notPosted.filter((each) => each.why === why).map(({ programme }) => titleOf(programme)) ?? [],
            why,
          )}
        </Line>
      ))}
      {view !== undefined && view.notices.length > 0 && <Line tone="fine">{view.note}</Line>}
    </Card>
  );
}

/** Of a case: what hangs now, if anything does. */
export function HangingNotices({ application: { id, version } }: { application: Of }) {
  const { view } = usePublicNotice(id, version);
  const hanging = view?.notices.filter(({ state }) => state === 'hanging') ?? [];
  if (hanging.length === 0) return null;
  return (
    <Card id="public-notice" title={words.title}>
      <Line>{words.leadHanging}</Line>
      {hanging.map((notice) => (
        <Posted key={`${notice.programme}:${notice.stage}`} notice={notice} />
      ))}
    </Card>
  );
}

/** The paper on the wall, drawn as one. */
function Posted({ notice: { programme, stage, state, lines, where, howLong, until, source } }: { notice: NoticeView }) {
  return (
    <View className="posted">
      <View className="posted-head">
        <View className="posted-stage">{`${titleOf(programme)} · ${words.stages[stage]}`}</View>
        <Pill text={words.states[state]} tone={state === 'hanging' ? 'soft' : 'muted'} />
      </View>
      <View className="posted-paper" {...aria({ role: 'list', label: words.title })}>
        {lines.map(({ label, text }) => (
          <View key={label} className="posted-line" {...aria({ role: 'listitem' })}>
            {words.line(label, text)}
          </View>
        ))}
      </View>
      <Line tone="quiet">{`${where}。${until === undefined ? howLong : words.until(dayInWords(until))}。`}</Line>
      {source !== undefined && <Line tone="fine">{words.source(sourceInWords(source))}</Line>}
    </View>
  );
}
