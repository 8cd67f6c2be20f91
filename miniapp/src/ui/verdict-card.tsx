import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from './button';
import { Card } from './card';
import { type ClauseLine, ClauseList } from './clause-list';
import { Pill, type PillTone } from './pill';
import { Line } from './words';

interface VerdictCardProps {
  readonly code: string;
  readonly title: string;
  readonly badge: string;
  readonly tone: PillTone;
  readonly why: string;
  readonly amount: string | undefined;
  readonly clauses: readonly ClauseLine[];
  readonly words: { readonly clauses: string; readonly hideClauses: string; readonly how: string };
  readonly onHow: () => void;
}

/** One programme's answer: how it looks, why in one line, and clause by clause for whoever wants to know. */
export function VerdictCard({ code, title, badge, tone, why, amount, clauses, words, onHow }: VerdictCardProps) {
  const [open, setOpen] = useState(false);
  return (
    <Card
      id={`verdict-${code}`}
      className="verdict-card"
      title={title}
      mark={<Pill className="verdict-badge" text={badge} tone={tone} />}
    >
      <Line className="verdict-why">{why}</Line>
      {amount !== undefined && (
        <Line tone="quiet" className="verdict-amount">
          {amount}
        </Line>
      )}
      <View className="verdict-actions">
        <Button
          kind="quiet"
          className="verdict-how"
          text={words.how}
          label={`${title}：${words.how}`}
          onPress={onHow}
        />
        <Button
          kind="quiet"
          className="verdict-open"
          text={open ? words.hideClauses : words.clauses}
          label={`${title}：${open ? words.hideClauses : words.clauses}`}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </View>
      {open && <ClauseList clauses={clauses} />}
    </Card>
  );
}
