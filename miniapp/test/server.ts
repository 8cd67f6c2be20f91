import { phone } from './taro';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly token: string | undefined;
}

type Answer = { readonly status: number; readonly data?: unknown; readonly retryAfter?: string };
export type Routes = Readonly<Record<string, (asked: Asked) => Answer | Promise<Answer>>>;

export const ok = (data: unknown): Answer => ({ status: 200, data });

/** What was asked for and no route of the test knows. */
export const unexpected: string[] = [];

/** Every page of an application asks what neighbours read; a test that is not about it need not answer. */
const nothingPosted = (): Answer => ok({ notices: [], notPosted: [], note: '' });

/** Whoever begins an application may do it for somebody else; most tests have nobody else. */
const nobodyElse: Routes = {
  'GET /dependants': () => ok({ items: [] }),
  'GET /mandates': () => ok({ items: [] }),
  // asked once by whoever signs in: nobody mourns
  'GET /farewells': () => ok({ items: [] }),
};

/** Stands for the BFF: `'GET /consents'` and the like; what it does not know is 404. The query is not looked at. */
export function serve(routes: Routes): void {
  unexpected.length = 0;
  phone.reply = async (url) => {
    const { method = 'GET', header = {} } = phone.asked.at(-1) ?? {};
    const path = url.replace('/api/v1', '');
    const name = `${method} ${path.split('?')[0]}`;
    const route = routes[name] ?? nobodyElse[name] ?? (name.endsWith('/public-notice') ? nothingPosted : undefined);
    if (route === undefined) unexpected.push(name);
    const asked = { method, path, body: phone.sent.at(-1), token: header.Authorization?.replace('Bearer ', '') };
    const { status, data, retryAfter } = (await route?.(asked)) ?? { status: 404, data: { code: 'not-found' } };
    return { statusCode: status, data: data ?? '', header: retryAfter ? { 'Retry-After': retryAfter } : {} };
  };
}

export const noNetwork = (): Promise<never> => Promise.reject(new Error('request:fail'));
export const problem = (status: number, code: string, detail = '请再看看。', more: object = {}): Answer => ({
  status,
  data: { code, detail, ...more },
});

/** What was sent to a route, oldest first. */
export function sentTo(method: string, path: string): readonly unknown[] {
  return phone.requests.flatMap((url, index) =>
    url.split('?')[0] === `/api/v1${path}` && phone.asked[index]?.method === method ? [phone.sent[index]] : [],
  );
}
