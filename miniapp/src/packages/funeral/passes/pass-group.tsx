import type { BoardingPassesView } from '@jinmen/shared/services/sea-scattering/views';
import { Image, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { passesWords as words } from '../../../copy/funeral-boarding';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Pill } from '../../../ui/pill';
import { Line } from '../../../ui/words';
import './passes.scss';
import { boardedWords, type SeaPass } from './passes-view';
import { qrPicture } from './qr';

/**
 * One code at a time, as large as it goes: two beside each other confuse a scanner. Below, everybody by name, and who
 * went aboard already.
 */
export function PassGroup({ view: { number, passes } }: { view: BoardingPassesView }) {
  const [shownId, setShownId] = useState<string>();
  const shown = passes.find(({ id }) => id === shownId) ?? passes.find(({ boardedAt }) => !boardedAt) ?? passes[0];
  if (shown === undefined) return null;
  const next = passes[(passes.indexOf(shown) + 1) % passes.length];
  return (
    <>
      <OnePass key={shown.id} number={`${number}-${shown.id}`} pass={shown} />
      {next && next !== shown && (
        <Button id="next-pass" text={words.next(next.name)} onPress={() => setShownId(next.id)} />
      )}
      {passes.length > 1 && (
        <Card id="pass-list" title={words.all}>
          <Line tone="quiet">{words.together(passes.length)}</Line>
          {passes.map((pass) => (
            <ListRow
              key={pass.id}
              id={`pass-of-${pass.id}`}
              title={pass.name}
              line={boardedWords(pass) ?? words.where[pass.where]}
              onPress={() => setShownId(pass.id)}
            />
          ))}
        </Card>
      )}
    </>
  );
}

/** @param number what is said at the vessel together with the code: the code alone says nobody's name. */
function OnePass({ number, pass }: { number: string; pass: SeaPass }) {
  const { name, where, token, code } = pass;
  const picture = useMemo(() => qrPicture(token), [token]);
  const boarded = boardedWords(pass);
  return (
    <Card
      id="shown-pass"
      className="sea-pass"
      title={name}
      mark={<Pill text={words.where[where]} tone={where === 'aboard' ? 'soft' : 'muted'} />}
    >
      <View className="sea-pass-qr" {...aria({ role: 'img', label: words.qr(name) })}>
        <View {...aria({ hidden: true })}>
          <Image className="sea-pass-picture" src={picture} mode="scaleToFill" />
        </View>
      </View>
      {boarded === undefined ? <Line tone="quiet">{words.scan}</Line> : <Line>{boarded}</Line>}
      <View className="sea-pass-label">{words.readOut}</View>
      <View id="sea-pass-number" className="sea-pass-code">
        {number}
      </View>
      <View id="sea-pass-code" className="sea-pass-code">
        {code}
      </View>
    </Card>
  );
}
