import type { ApplicationView } from '@jinmen/shared/applications/views';
import { beginSession } from '../src/platform/session';
import { phone } from './taro';

/** A draft as the server has it. */
export function aDraft(change: Partial<ApplicationView> = {}): ApplicationView {
  return {
    id: 'a1',
    version: 1,
    state: 'draft',
    programmes: ['minimum-living-allowance', 'disability-living-subsidy'],
    fields: {},
    changedAt: {},
    updatedAt: '2026-11-25T01:00:00Z',
    atTheStreet: [],
    cases: [],
    evaluations: [],
    ...change,
  };
}

/** Somebody is signed in on this phone. */
export function signedIn(): Promise<void> {
  return beginSession({ accessToken: 'token', refreshToken: 'again' });
}

type Answer = { readonly statusCode: number; readonly data: unknown };

/** How the server answers: by `METHOD path`, with what was sent. What is not named fails the test that asked for it. */
export type Routes = Readonly<Record<string, (body: unknown) => Answer>>;

export const unexpected: string[] = [];

export function serve(routes: Routes): void {
  phone.reply = async (url) => {
    const at = phone.requests.length - 1;
    const { method = 'GET' } = phone.asked[at] ?? {};
    const name = `${method} ${url.replace('/api/v1', '')}`;
    const route = routes[name];
    if (route === undefined) {
      unexpected.push(name);
      return { statusCode: 500, data: {}, header: {} };
    }
    return { ...route(phone.sent[at]), header: {} };
  };
}

export function noNetwork(): void {
  phone.reply = async () => {
    throw new Error('request:fail');
  };
}

export const ok = (data: object): Answer => ({ statusCode: 200, data });
export const problem = (status: number, code: string, more: object = {}): Answer => ({
  statusCode: status,
  data: { type: 'about:blank', title: code, status, code, detail: '请再看看。', ...more },
});
