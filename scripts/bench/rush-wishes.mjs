import { randomInt, randomUUID } from 'node:crypto';

const CODE = /"code":"([^"]*)"/;

/** First attempts say so; a retry is the same wish again, a while later, and says nothing. */
export function holds({ tokens, windowIds, couples, retries, keyPrefix }) {
  const wishes = Array.from({ length: couples }, (_, couple) => ({
    couple,
    token: tokens[couple],
    windowId: windowIds[randomInt(windowIds.length)],
    key: `${keyPrefix}-${randomUUID()}`,
    first: true,
  }));
  const again = new Map();
  for (let count = 0; count < Math.floor(couples * retries); count += 1) {
    const at = randomInt(couples);
    const later = Math.min(couples - 1, at + 150 + randomInt(400));
    again.set(later, [...(again.get(later) ?? []), { ...wishes[at], first: false }]);
  }
  return wishes.flatMap((wish, at) => [wish, ...(again.get(at) ?? [])]);
}

export function requestText(path, { token, key, windowId, first }) {
  const head = `Host: rush\r\nAuthorization: Bearer ${token}\r\n`;
  if (key === undefined) return `GET ${path} HTTP/1.1\r\n${head}\r\n`;
  const body = JSON.stringify({ service: 'marriage-registration', kind: 'marriage', windowId });
  const attempt = first ? 'Attempt: 1\r\n' : '';
  const content = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  return `POST ${path} HTTP/1.1\r\n${head}Idempotency-Key: ${key}\r\n${attempt}${content}\r\n${body}`;
}

/** Status, code and (of a 201) id of a whole answer; none while some of it is still under way. */
export function outcomeIn(text) {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1]);
  if (Number.isNaN(length)) throw new Error(`an answer without a length: ${text.slice(0, head)}`);
  if (text.length < head + 4 + length) return undefined;
  const status = text.slice(9, 12);
  if (status === '201') return { answer: '201', id: /^\{"id":"([^"]*)"/.exec(text.slice(head + 4))?.[1] };
  if (status === '200') return { answer: '200' };
  return { answer: `${status} ${CODE.exec(text)?.[1] ?? text.slice(head + 4)}` };
}
