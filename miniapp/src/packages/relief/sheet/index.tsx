import { View } from '@tarojs/components';
import { useState } from 'react';
import { sheet as words } from '../../../copy/sheet';
import { replacePage } from '../../../platform/navigate';
import { canPrint, copyText, printPage } from '../../../platform/paper';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Heading, Line, Title } from '../../../ui/words';
import { useSheet } from '../sheet-session';
import { type Sheet, type SheetItem, sheetAsText, sheetOf } from '../sheet-text';
import './sheet.scss';

/** One page without anything personal: what to ask for, with which papers, where, and whom to call. */
export default function SheetPage() {
  const { source, texts } = useSheet();
  const sheet = source && sheetOf(source, texts);
  return (
    <Screen theme="relief" title={words.title}>
      {sheet === undefined ? (
        <Gone />
      ) : (
        <>
          <Paper sheet={sheet} />
          <TakeAlong sheet={sheet} />
        </>
      )}
    </Screen>
  );
}

function Paper({ sheet: { groups, notes, basis } }: { sheet: Sheet }) {
  return (
    <View className="sheet">
      <Title>{words.title}</Title>
      <Line className="sheet-lead">{words.lead}</Line>
      {groups.map(({ title, items }) => (
        <View key={title} className="sheet-group">
          <Heading>{title}</Heading>
          {items.map((item) => (
            <Item key={item.code} item={item} />
          ))}
        </View>
      ))}
      {notes.map((note) => (
        <Line key={note} className="sheet-note">
          {note}
        </Line>
      ))}
      <Line tone="fine" className="sheet-basis">
        {basis}
      </Line>
    </View>
  );
}

function Item({ item: { title, lines } }: { item: SheetItem }) {
  return (
    <View className="sheet-item">
      <View className="sheet-item-title">{title}</View>
      {lines.map(({ label, text }) => (
        <View key={label} className="sheet-line">
          <View className="sheet-label">{label}</View>
          <View className="sheet-text">{text}</View>
        </View>
      ))}
    </View>
  );
}

/** Not on the paper: how to have it. */
function TakeAlong({ sheet }: { sheet: Sheet }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => setCopied(await copyText(sheetAsText(sheet)));
  return (
    <View className="sheet-actions stack">
      <Line tone="quiet">{words.private}</Line>
      {canPrint() && <Button id="print" text={words.print} onPress={printPage} />}
      <Button id="copy" kind={canPrint() ? 'second' : 'primary'} text={words.copy} onPress={() => void copy()} />
      {copied !== undefined && (
        <Notice tone={copied ? 'soft' : 'warn'} className="copy-outcome">
          {copied ? words.copied : words.notCopied}
        </Notice>
      )}
      <Line tone="quiet">{words.screenshot}</Line>
    </View>
  );
}

function Gone() {
  return (
    <View className="stack">
      <Line>{words.gone}</Line>
      <Button kind="second" text={words.toResult} onPress={() => replacePage('result')} />
    </View>
  );
}
