import { type MemoryView, MOST_MEMORY_SIGNS } from '@jinmen/shared/services/sea-scattering/views';
import { useRef, useState } from 'react';
import { memoryWords as words } from '../../../copy/funeral-boarding';
import { askToConfirm } from '../../../platform/ask';
import { signInThen } from '../../../platform/navigate';
import { ShutNotice } from '../../../shell/shut-notice';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { putMemory } from './put-memory';
import { forgetTyped, keepTyped, type Waiting } from './typed-words';

interface OwnWordsProps {
  readonly farewell: string;
  readonly path: string;
  readonly view: MemoryView;
  /** What was typed before and never saved; it goes before what is on the server. */
  readonly typed: Waiting;
}

/** A few words, saved when they say so and never lost before. */
export function OwnWords({ farewell, path, view, typed }: OwnWordsProps) {
  const text = useRef(typed.words ?? view.words ?? '');
  const [touched, setTouched] = useState(false);
  const [kept, setKept] = useState(true);
  const [field, setField] = useState(0);
  const [doing, setDoing] = useState<'saving' | 'wiping'>();
  const [said, setSaid] = useState<string>();
  const send = async (act: 'saving' | 'wiping', sent: string) => {
    if (doing !== undefined) return;
    setDoing(act);
    const reply = await putMemory(path, { words: sent });
    setDoing(undefined);
    if (reply.kind === 'signed-out') return signInThen();
    if (reply.kind !== 'ok') return setSaid(reply.kind === 'problem' ? reply.words : words.kept);
    setSaid(act === 'saving' ? words.saved : words.wiped);
    if (act === 'wiping') {
      text.current = '';
      setField(field + 1);
    }
    // Whatever was typed while it was on its way stays.
    if (text.current === sent && !typed.shut) forgetTyped(farewell);
  };
  const type = (now: string) => {
    text.current = now;
    setTouched(true);
    // what opens later would be written over by what they began anew
    if (!typed.shut) void keepTyped(farewell, now).then(setKept);
  };
  const wipe = async () => {
    if (await askToConfirm(words.confirmWipe)) await send('wiping', '');
  };
  return (
    <Card id="own-words">
      {typed.shut && <ShutNotice words={words.shut} onAgain={touched ? undefined : typed.again} />}
      <TextField
        key={field}
        id="memory-words"
        label={words.label}
        long
        longest={MOST_MEMORY_SIGNS}
        initialText={text.current}
        onType={type}
        onLeave={() => undefined}
      />
      {!kept && <Notice tone="warn">{words.notKept}</Notice>}
      {said !== undefined && <Notice className="memory-said">{said}</Notice>}
      <Button
        id="save-words"
        className="card-action"
        text={doing === 'saving' ? words.saving : words.save}
        onPress={() => void send('saving', text.current)}
      />
      {view.words !== undefined && (
        <Button
          id="wipe-words"
          kind="quiet"
          text={doing === 'wiping' ? words.wiping : words.wipe}
          onPress={() => void wipe()}
        />
      )}
    </Card>
  );
}
