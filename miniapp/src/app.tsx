import type { ReactNode } from 'react';
import { pressByKeyboard } from './platform/keyboard';
import { prepareKeys } from './platform/keys';
import { useAppLaunch } from './platform/lifecycle';
import './state/applications-on-phone';
import './state/bookings';
import './state/urgent';
import { answerPrivacyQuestions } from './state/privacy';
import { restoreSession } from './state/session';
import { refreshStandards } from './state/standards';
import './app.scss';

export default function App({ children }: { children: ReactNode }) {
  useAppLaunch(() => {
    pressByKeyboard();
    answerPrivacyQuestions();
    void prepareKeys();
    void restoreSession();
    void refreshStandards();
  });
  return children;
}
