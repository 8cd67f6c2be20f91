import type { SeaCertificateView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { seaCertificateWords as words } from '../../../copy/funeral-boarding';
import { funeralTitles } from '../../../copy/funeral-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { canPrint, copyText, printPage } from '../../../platform/paper';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { pathsOf } from '../farewell-paths';
import { useOwn } from '../own-look';
import { Shore } from '../shore';
import './certificate.scss';
import { certificateRows, certificateText, stoppedAt } from './certificate-view';

const NO_CERTIFICATE = 'farewell.no-certificate';

/** When and where the vessel stopped, to be kept. It opens without a network, as it was seen last. */
export default function CertificatePage() {
  const id = usePageParameter('id') ?? '';
  const seen = useOwn<SeaCertificateView>(pathsOf(id).certificate);
  const none = seen.trouble?.kind === 'problem' && seen.trouble.code === NO_CERTIFICATE;
  return (
    <Shore title={funeralTitles.certificate} heading={words.heading} {...(!none && { seen })}>
      {none && (
        <Card id="no-certificate">
          <Line>{words.none}</Line>
        </Card>
      )}
      {!none && seen.data && <Certificate certificate={seen.data} />}
      {!none && seen.data && (
        <Button id="to-memory" kind="second" text={words.memory} onPress={() => openPage('funeralMemory', { id })} />
      )}
      <Button
        id="to-farewell"
        kind="quiet"
        text={words.toFarewell}
        onPress={() => openPage('funeralFarewell', { id })}
      />
    </Shore>
  );
}

function Certificate({ certificate }: { certificate: SeaCertificateView }) {
  return (
    <>
      <Card id="certificate">
        <View className="certificate-lead">{stoppedAt(certificate)}</View>
        <Line>{words.kept}</Line>
        <View className="certificate-rows">
          {certificateRows(certificate).map(([term, value]) => (
            <View key={term} className="certificate-row">
              <View className="certificate-term">{term}</View>
              <View className="certificate-value">{value}</View>
            </View>
          ))}
        </View>
        <Line tone="fine">{words.seal}</Line>
      </Card>
      <Keep certificate={certificate} />
    </>
  );
}

function Keep({ certificate }: { certificate: SeaCertificateView }) {
  const [said, setSaid] = useState<string>();
  const copy = async () => setSaid((await copyText(certificateText(certificate))) ? words.copied : words.notCopied);
  return (
    <>
      {canPrint() ? <Button id="print" text={words.print} onPress={printPage} /> : <Line>{words.wechat}</Line>}
      <Button id="copy" kind="second" text={words.copy} onPress={() => void copy()} />
      {said !== undefined && <Notice className="copy-said">{said}</Notice>}
    </>
  );
}
