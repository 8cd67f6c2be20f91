import { commitmentText } from '@jinmen/shared/applications/commitment-text';
import type { PapersView, PaperView } from '@jinmen/shared/applications/paper-views';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { paperWords } from '../../../copy/papers';
import { dayAndWeekday, shanghaiTime, today } from '../../../platform/clock';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { goBack } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { usePapers } from '../../../state/papers';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { onWeekend } from '../weekend';

const { sign: words } = paperWords;
const DAYS = [3, 7, 15, 30] as const;

/** 容缺承诺单: a day for each paper that follows, read back before it is signed. */
export default function PromisePage() {
  const id = usePageParameter('id') ?? '';
  const kinds = (usePageParameter('kinds') ?? '').split(',');
  const { view, trouble, look, take } = usePapers(id);
  usePageShown(() => void look());
  const items = (view?.papers?.items ?? []).filter(({ kind, mayFollow }) => mayFollow && kinds.includes(kind));
  return (
    <Screen theme="relief" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void look()} />}
        {!view && !trouble && <Skeleton words={paperWords.loading} />}
        {view && items.length === 0 && <Notice>{words.nothing}</Notice>}
        {view?.papers && items.length > 0 && <Sheet id={id} items={items} terms={view.papers.terms} onView={take} />}
        {view?.commitment && <Signed commitment={view.commitment} />}
        <Button id="back" kind="quiet" text={paperWords.back} onPress={goBack} />
      </View>
    </Screen>
  );
}

interface SheetProps {
  readonly id: string;
  readonly items: readonly PaperView[];
  readonly terms: PapersView['terms'];
  readonly onView: (view: ApplicationView) => void;
}

function Sheet({ id, items, terms, onView }: SheetProps) {
  const [days, setDays] = useState<Readonly<Record<string, CivilDate>>>({});
  const { working, trouble, post } = usePosting<ApplicationView>();
  const promised = items.flatMap(({ kind, name }) => {
    const by = days[kind];
    return by === undefined ? [] : [{ kind, name, by }];
  });
  const whole = promised.length === items.length;
  const sign = async () => {
    const papers = promised.map(({ kind, by }) => ({ kind, by }));
    const path = `/relief/applications/${encodeURIComponent(id)}/commitments`;
    const view = await post({ path, body: { papers, accepted: true } });
    if (!view) return;
    onView(view);
    goBack();
  };
  return (
    <View className="stack">
      <Line>{words.lead}</Line>
      <Line tone="quiet">{words.sample}</Line>
      {items.map(({ kind, name }) => (
        <Card key={kind} id={`day-${kind}`} title={name}>
          <ChoiceList
            label={words.day(name)}
            pick="one"
            chosen={days[kind] === undefined ? [] : [days[kind]]}
            choices={choicesUntil(terms.lastDay)}
            onChoose={(day) => setDays({ ...days, [kind]: day as CivilDate })}
          />
        </Card>
      ))}
      {whole ? (
        <Card id="read-back" title={words.reads} tone="soft">
          {commitmentText(promised, terms).map((line) => (
            <Line key={line}>{line}</Line>
          ))}
        </Card>
      ) : (
        <Line tone="quiet">{words.notYet}</Line>
      )}
      {trouble && <TroubleCard trouble={trouble} />}
      {whole && <Button id="sign" text={working ? words.signing : words.agree} onPress={() => void sign()} />}
    </View>
  );
}

/** Round numbers of days, and the last one there is. */
function choicesUntil(lastDay: CivilDate) {
  const now = today();
  const days = DAYS.map((count) => ({ count, day: addDays(now, count) })).filter(({ day }) => day <= lastDay);
  return days.map(({ count, day }) => ({
    value: day,
    label: words.choice(count),
    line: [dayAndWeekday(day), onWeekend(day).line].filter(Boolean).join('，'),
  }));
}

function Signed({ commitment }: { commitment: NonNullable<ApplicationView['commitment']> }) {
  return (
    <Card id="commitment" title={words.signed}>
      <Line tone="quiet">{words.signedOn(shanghaiTime(Date.parse(commitment.signedAt)))}</Line>
      {commitment.papers.map(({ kind, name, by, kept }) => (
        <Line key={kind}>{`${name}，${paperWords.by(dayAndWeekday(by))}，${kept ? words.kept : words.waits}`}</Line>
      ))}
    </Card>
  );
}
