import { randomUUID } from 'node:crypto';

/** Signs in over HTTP as one of the simulators' people, known by name and with every consent given. */
export async function residentOf(baseUrl, name) {
  const { accessToken } = await ask('POST', `${baseUrl}/api/v1/sessions/wechat`, { body: { code: `sim:${name}` } });
  const call = (method, path, body) =>
    ask(method, `${baseUrl}/api/v1${path}`, { body, token: accessToken, key: method === 'POST' && randomUUID() });
  const { items } = await call('GET', '/consents');
  for (const { purpose, version } of items) await call('POST', '/consents', { purpose, version, state: 'given' });
  return { call };
}

async function ask(method, url, { body, token, key }) {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
