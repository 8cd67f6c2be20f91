import { useEffect } from 'react';
import { usePageShown } from '../platform/lifecycle';
import type { Tab } from '../platform/navigate';

/** Keeps the native tab bar hidden on tab pages while elder mode draws its own, also after coming back to the page. */
export function useTabBarFor(tab: Tab | undefined, elder: boolean, show: (shown: boolean) => void): void {
  usePageShown(() => {
    if (tab !== undefined) show(!elder);
  });
  useEffect(() => {
    if (tab !== undefined) show(!elder);
  }, [tab, elder, show]);
}
