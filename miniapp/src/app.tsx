import type { ReactNode } from 'react';
import { pressByKeyboard } from './platform/keyboard';
import { useAppLaunch } from './platform/lifecycle';
import { refreshStandards } from './state/standards';
import './app.scss';

export default function App({ children }: { children: ReactNode }) {
  useAppLaunch(() => {
    pressByKeyboard();
    void refreshStandards();
  });
  return children;
}
