import type { ReactNode } from 'react';
import { contactLead, contactsFor } from '../copy/phones';
import { backWords, tabs } from '../copy/shell';
import { urgent } from '../copy/urgent';
import { isBorrowed, touchBorrowed } from '../platform/borrowed';
import { usePageShown } from '../platform/lifecycle';
import { goBack, openPage, openTab, type Tab } from '../platform/navigate';
import { hostDrawsBack, showNativeTabBar, useDressedPage } from '../platform/page-chrome';
import { callPhone } from '../platform/phone-call';
import { textScale } from '../platform/system';
import { useElderMode } from '../state/elder-mode';
import { refreshStandardsOfAnotherDay } from '../state/standards';
import { type ThemeName, themes } from '../theme/tokens';
import { BackRow } from '../ui/back-row';
import { ContactFooter } from '../ui/contact-footer';
import { ElderTabBar } from '../ui/elder-tab-bar';
import { Page } from '../ui/page';
import { UrgentWay } from '../ui/urgent-way';
import { BorrowedBar } from './borrowed-bar';
import { PrivacySheet } from './privacy-sheet';
import { useTabBarFor } from './use-tab-bar';

interface ScreenProps {
  readonly theme: ThemeName;
  /** In WeChat's bar above the page, and in the browser's title. */
  readonly title: string;
  /** Set on the four tab pages. */
  readonly tab?: Tab;
  /** `false` on the pages it leads to, and where its door already stands. */
  readonly urgentWay?: boolean;
  readonly children: ReactNode;
}

/** What stands above every page: the way back where the host draws none, and the way to help at once. */
function TopRow({ back, urgentWay }: { back: boolean; urgentWay: boolean }) {
  const way = urgentWay && <UrgentWay text={urgent.way} label={urgent.wayLabel} onPress={() => openPage('urgent')} />;
  return (
    <>
      <BorrowedBar />
      {(back || urgentWay) && <BackRow {...(back && { text: backWords, onBack: goBack })}>{way}</BackRow>}
    </>
  );
}

/** Every page stands in one: theme, text size, the bars around it, and the way to a person below it. */
export function Screen({ theme, title, tab, urgentWay = true, children }: ScreenProps) {
  const elder = useElderMode((mode) => mode.elder);
  useDressedPage(title, themes[theme].bg);
  usePageShown(() => {
    if (tab !== undefined) refreshStandardsOfAnotherDay();
  });
  useTabBarFor(tab, elder, showNativeTabBar);
  return (
    <Page
      theme={theme}
      elder={elder}
      textScale={elder ? 1 : textScale()}
      tabbed={tab !== undefined}
      onTouch={isBorrowed() ? touchBorrowed : undefined}
      header={<TopRow back={tab === undefined && !hostDrawsBack} urgentWay={urgentWay} />}
      footer={<ContactFooter lead={contactLead[theme]} contacts={contactsFor(theme)} onCall={callPhone} />}
      bottomBar={elder && tab !== undefined && <ElderTabBar tabs={tabs} current={tab} onOpen={openTab} />}
    >
      {children}
      <PrivacySheet />
    </Page>
  );
}
