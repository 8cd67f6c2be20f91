import type { DecisionView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { refusalWords as words } from '../../../copy/refusal';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { changesIn, figureLines, reasonLines, type WayShown, waysShown } from './refusal-view';
import { useFollowUp } from './use-follow-up';

interface RefusalProps {
  /** Of the application. */
  readonly id: string;
  readonly programme: string;
  readonly decision: DecisionView;
}

/** A refusal: why, in figures; one thing to do first; what else there is, and the figures, for whoever opens them. */
export function Refusal({ id, programme, decision }: RefusalProps) {
  const [first, ...others] = waysShown(programme, decision);
  const follow = useFollowUp(id);
  const go = (way: WayShown) => () => goOn(way, { id, programme, start: follow.start });
  return (
    <View>
      <View className="case-label">{words.why}</View>
      <Line className="decision-why">{decision.clause?.text ?? words.noWhy}</Line>
      {reasonLines(decision).map((line) => (
        <Line key={line} tone="quiet">
          {line}
        </Line>
      ))}
      {first && (
        <View className="stack case-actions way-first">
          <View className="case-label">{words.first}</View>
          <Way way={first} kind="primary" onPress={go(first)} />
        </View>
      )}
      {follow.working && <Line tone="fine">{words.working}</Line>}
      {follow.problem !== undefined && <Notice tone="warn">{follow.problem}</Notice>}
      <Opened id={`more-${programme}`} show={words.more.show} hide={words.more.hide}>
        {others.map((way) => (
          <Way
            key={`${way.kind}-${way.programme ?? ''}-${way.dependant ?? ''}`}
            way={way}
            kind="second"
            onPress={go(way)}
          />
        ))}
        <Changes decision={decision} />
      </Opened>
      <Opened id={`figures-${programme}`} show={words.figures.show} hide={words.figures.hide}>
        <Figures id={id} decision={decision} />
      </Opened>
    </View>
  );
}

interface Going {
  readonly id: string;
  readonly programme: string;
  readonly start: (programme: string, dependant?: string) => void;
}

function goOn({ kind, programme: next, dependant }: WayShown, { id, programme, start }: Going): void {
  if (kind === 'correct') openPage('dispute', { id });
  else if (kind === 'appeal') openPage('appeal', { id, programme });
  else if (kind === 'look') openPage('wizard');
  else if (next !== undefined) start(next, dependant);
}

function Way({ way, kind, onPress }: { way: WayShown; kind: 'primary' | 'second'; onPress: () => void }) {
  return (
    <View className={`way way-${way.kind}`}>
      <Line>{way.line}</Line>
      {way.source !== undefined && <Line tone="fine">{way.source}</Line>}
      <Button className={`way-${way.kind}-action`} kind={kind} text={way.action} onPress={onPress} />
    </View>
  );
}

function Opened({ id, show, hide, children }: { id: string; show: string; hide: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="card-apart">
      <Button id={id} kind="quiet" text={open ? hide : show} expanded={open} onPress={() => setOpen(!open)} />
      {open && <View className="stack">{children}</View>}
    </View>
  );
}

function Changes({ decision: { refusal } }: { decision: DecisionView }) {
  const lines = refusal ? changesIn(refusal) : [];
  if (lines.length === 0) return null;
  return (
    <View className="case-part">
      <View className="case-label">{words.changes.title}</View>
      <Line>{words.changes.line}</Line>
      {lines.map((line) => (
        <Line key={line} className="paper">
          {line}
        </Line>
      ))}
    </View>
  );
}

function Figures({ id, decision: { refusal } }: { id: string; decision: DecisionView }) {
  return (
    <>
      {(refusal?.figures ?? []).map((figure) => (
        <View key={figure.fact} className="case-part">
          {figureLines(figure).map((line, at) => (
            <Line key={line} tone={at === 0 ? 'plain' : 'fine'}>
              {line}
            </Line>
          ))}
          {figure.origin !== 'declared' && (
            <Button
              kind="quiet"
              className="figure-wrong"
              text={words.figures.wrong(figure.label)}
              onPress={() => openPage('dispute', { id, fact: figure.fact })}
            />
          )}
        </View>
      ))}
    </>
  );
}
