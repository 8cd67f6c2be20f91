import Taro from '@tarojs/taro';

/** WeChat's question whether its own guideline on privacy is agreed to; whatever asked for it waits meanwhile. */
export interface PrivacyQuestion {
  /** WeChat looks whether the button of this id was really tapped. */
  agree(buttonId: string): void;
  refuse(): void;
}

/** The address of an event this listens to came with base library 2.32.3; an older WeChat never asks. */
export function whenPrivacyAsked(tell: (question: PrivacyQuestion) => void): void {
  if (process.env.TARO_ENV === 'h5') return;
  const listen = Taro.onNeedPrivacyAuthorization as typeof Taro.onNeedPrivacyAuthorization | undefined;
  listen?.((resolve) => {
    resolve({ event: 'exposureAuthorization' });
    tell({
      agree: (buttonId) => resolve({ event: 'agree', buttonId }),
      refuse: () => resolve({ event: 'disagree' }),
    });
  });
}

/** The guideline itself, a page of WeChat's own. */
export function openPrivacyGuideline(): void {
  try {
    Taro.openPrivacyContract({ fail: () => undefined });
  } catch {
    // Older than 2.32.3, where nobody is asked either.
  }
}
