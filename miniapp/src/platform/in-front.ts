import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useRef } from 'react';

/** Asked at any moment: whether the person has this page before them, and not another one, another app or none. */
export function useIsInFront(): () => boolean {
  const inFront = useRef(true);
  useDidShow(() => {
    inFront.current = true;
  });
  useDidHide(() => {
    inFront.current = false;
  });
  useUnload(() => {
    inFront.current = false;
  });
  return () => inFront.current;
}
