import 'reflect-metadata';
import { INTERCEPTORS_METADATA } from '@nestjs/common/constants';
import { AtWorkInterceptor } from '../auth/at-work';
import { Access, type AccessPolicy } from './access';
import { problemSchema } from './json-schema';

/** What a decorated handler says of itself: to the description, and to whoever wraps it. */
function said(policy: AccessPolicy) {
  const handler = () => undefined;
  Access(policy)({}, 'handler', { value: handler });
  const responses = (Reflect.getMetadata('swagger/apiResponse', handler) ?? {}) as Record<string, { schema?: unknown }>;
  return {
    refusals: Object.fromEntries(Object.entries(responses).map(([status, { schema }]) => [status, schema])),
    wantsToken: Reflect.getMetadata('swagger/apiSecurity', handler) !== undefined,
    wraps: (Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? []) as unknown[],
  };
}

describe('what a route says of who may call it', () => {
  it('is nothing where anybody may, and nobody is asked', () => {
    expect(said('public')).toEqual({ refusals: {}, wantsToken: false, wraps: [] });
  });

  it('is a 401 where a session that came must be a good one, and that none need come', () => {
    expect(said('anyone')).toEqual({ refusals: { 401: problemSchema }, wantsToken: false, wraps: [] });
  });

  it('is a token and a 401 for residents', () => {
    expect(said('resident')).toEqual({ refusals: { 401: problemSchema }, wantsToken: true, wraps: [] });
  });

  it('is a 403 as well for colleagues, whose post is asked for again inside what they do', () => {
    const refusals = { 401: problemSchema, 403: problemSchema };
    expect(said('staff')).toEqual({ refusals, wantsToken: true, wraps: [AtWorkInterceptor] });
  });
});
