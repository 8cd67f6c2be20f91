import { type PageName, pathOf } from './navigate';

/** A page of ours as an address that a browser opens. */
export function addressOf(page: PageName, query: Readonly<Record<string, string>>): string {
  const origin = process.env.TARO_ENV === 'h5' ? window.location.origin : process.env.TARO_APP_API_BASE;
  return `${origin}/#${pathOf(page, query)}`;
}
