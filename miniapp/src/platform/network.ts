import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

/** Whether the phone has a network now; `true` until it says otherwise. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => (process.env.TARO_ENV === 'h5' ? watchBrowser(setOnline) : watchPhone(setOnline)), []);
  return online;
}

/** Runs `work` each time the network is back after there was none. */
export function useBackOnline(work: () => void): void {
  const online = useOnline();
  const before = useRef(online);
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    if (online && !before.current) latest.current();
    before.current = online;
  }, [online]);
}

/** Asked of the phone this moment; a phone that cannot say is taken at its best. */
export async function isOnline(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return navigator.onLine;
  try {
    return (await Taro.getNetworkType()).networkType !== 'none';
  } catch {
    return true;
  }
}

function watchPhone(tell: (online: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => tell(isConnected);
  Taro.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') });
  Taro.onNetworkStatusChange(changed);
  return () => Taro.offNetworkStatusChange(changed);
}

/** Taro's H5 part reads `navigator.connection`, which desktop browsers do not keep true; these events all have. */
function watchBrowser(tell: (online: boolean) => void): () => void {
  const changed = () => tell(navigator.onLine);
  changed();
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
