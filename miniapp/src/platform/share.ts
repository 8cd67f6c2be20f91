import { plainSigns } from '@jinmen/shared/kernel/plain-signs';
import { useShareAppMessage } from '@tarojs/taro';
import { type PageName, pathOf } from './navigate';

type Query = Readonly<Record<string, string>>;

/** A card goes from WeChat to WeChat; a browser has none. */
export const canShareCard = process.env.TARO_ENV !== 'h5';

/** What 转发 sends from this page; its configuration has to allow it. */
export function useShareCard(card: () => { readonly title: string; readonly page: PageName; readonly query: Query }) {
  useShareAppMessage(() => {
    const { title, page, query } = card();
    return { title: plainSigns(title), path: pathOf(page, query) };
  });
}
