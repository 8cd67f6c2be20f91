import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { formWords } from '../../../copy/apply';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { openPage, replacePage, signInThen } from '../../../platform/navigate';
import { useBackOnline } from '../../../platform/network';
import { Screen } from '../../../shell/screen';
import { WhomBanner } from '../../../shell/whom-banner';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { openDraft, stopRetrying, useDraft } from './draft-session';

interface DraftScreenProps {
  readonly title: string;
  /** Drawn once the draft is there. */
  readonly children: (server: ApplicationView) => ReactNode;
}

/** A page of one draft, `id` in its address: what is said while it is not there, or is no draft any more. */
export function DraftScreen({ title, children }: DraftScreenProps) {
  const id = usePageParameter('id') ?? '';
  const { id: opened, standing, server, words } = useDraft();
  usePageShown(() => void openDraft(id));
  useBackOnline(() => void openDraft(id));
  useEffect(() => stopRetrying, []);
  return (
    <Screen theme="relief" title={title}>
      {opened === id && standing === 'ready' && server ? (
        <Ready server={server}>{children}</Ready>
      ) : (
        <>
          <Title>{title}</Title>
          <NotThere />
        </>
      )}
    </Screen>
  );

  function NotThere() {
    switch (opened === id ? standing : 'loading') {
      case 'signed-out':
        return <Way text={formWords.signedOut} to={formWords.signIn} go={() => signInThen()} />;
      case 'handed-back':
        return <Way text={formWords.handedBack} to={formWords.all} go={() => replacePage('applications')} />;
      case 'not-found':
        return <Way text={formWords.notFound} to={formWords.all} go={() => replacePage('applications')} />;
      case 'unreachable':
        return <Way text={words ?? ''} to={formWords.retry} go={() => void openDraft(id)} />;
      default:
        return <Skeleton words={formWords.loading} />;
    }
  }
}

/** What was submitted, perhaps on another phone, is only looked at from then on. */
function Ready({ server, children }: { server: ApplicationView; children: DraftScreenProps['children'] }) {
  if (server.state === 'draft') {
    return (
      <>
        <WhomBanner view={server} />
        {children(server)}
      </>
    );
  }
  return <Way text={formWords.submitted} to={formWords.seeCase} go={() => openPage('caseDetail', { id: server.id })} />;
}

function Way({ text, to, go }: { text: string; to: string; go: () => void }) {
  return (
    <View className="stack">
      <Notice>{text}</Notice>
      <Button id="way-on" text={to} onPress={go} />
      <Line tone="quiet">{formWords.orCall}</Line>
    </View>
  );
}
