import { problemOfClientError } from './client-error';

it.each([
  ['HPE_HEADER_OVERFLOW', 431, 'request.headers-too-large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408, 'request.timeout'],
  ['HPE_INVALID_METHOD', 400, 'request.bad'],
  [undefined, 400, 'request.bad'],
])('a connection refused with %s is told %d %s', (code, status, problem) => {
  expect(problemOfClientError(code)).toMatchObject({ status, code: problem });
});
