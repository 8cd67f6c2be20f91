import type { ApplicationView } from '@jinmen/shared/applications/views';
import { beginSession } from '../src/platform/session';

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
