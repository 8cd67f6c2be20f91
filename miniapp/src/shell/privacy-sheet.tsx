import { View } from '@tarojs/components';
import { privacyWords as words } from '../copy/privacy';
import { openPrivacyGuideline } from '../platform/privacy';
import { agreeToPrivacy, refusePrivacy, usePrivacy } from '../state/privacy';
import { AgreeButton } from '../ui/agree-button';
import { BottomSheet } from '../ui/bottom-sheet';
import { Button } from '../ui/button';
import { Heading, Line } from '../ui/words';

const AGREE = 'privacy-agree';

/** Asked at the first use of something WeChat guards, and nowhere before; a no leaves everything else usable. */
export function PrivacySheet() {
  const asked = usePrivacy(({ questions }) => questions.length > 0);
  if (!asked) return null;
  return (
    <BottomSheet id="privacy" title={words.title}>
      <Heading>{words.title}</Heading>
      <View className="stack">
        <Line>{words.line}</Line>
        <Line tone="quiet">{words.refusing}</Line>
        <Button id="privacy-read" kind="quiet" text={words.read} onPress={openPrivacyGuideline} />
        <AgreeButton id={AGREE} text={words.agree} onAgree={() => agreeToPrivacy(AGREE)} />
        <Button id="privacy-refuse" kind="second" text={words.refuse} onPress={refusePrivacy} />
      </View>
    </BottomSheet>
  );
}
