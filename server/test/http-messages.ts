/** One HTTP/1.1 message out of a stream of bytes. */
export interface HttpMessage {
  /** First line and headers, without those that say how long the body is. */
  readonly head: string;
  readonly body: Buffer;
  /** What came behind it. */
  readonly rest: Buffer;
}

/** The first message, once all of it is there. Knows `content-length` and chunks; else there is no body. */
export function wholeMessage(bytes: Buffer): HttpMessage | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const lines = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const head = lines.filter((line) => !/^(content-length|transfer-encoding):/i.test(line)).join('\r\n');
  const after = bytes.subarray(end + 4);
  if (lines.some((line) => /^transfer-encoding: *chunked/i.test(line))) return withChunks(head, after);
  const length = Number(/^content-length: *(\d+)/im.exec(lines.join('\n'))?.[1] ?? 0);
  if (after.length < length) return undefined;
  return { head, body: after.subarray(0, length), rest: after.subarray(length) };
}

function withChunks(head: string, bytes: Buffer): HttpMessage | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return undefined;
    const size = Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16);
    const end = line + 2 + size + 2;
    if (bytes.length < end) return undefined;
    if (size === 0) return { head, body: Buffer.concat(chunks), rest: bytes.subarray(end) };
    chunks.push(bytes.subarray(line + 2, end - 2));
    at = end;
  }
}

/** A message as it travels: its length is that of `body`, whatever was promised before. */
export function inBytes(head: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${head}\r\ncontent-length: ${body.length}\r\n\r\n`, 'latin1'), body]);
}

const JSON_TYPE = 'content-type: application/json; charset=utf-8';

/** What a system says that is in trouble and answers all the same. */
export function troubled(status: 200 | 500): Buffer {
  const body = Buffer.from('{"code":"9999","message":"系统繁忙","data":null}');
  return inBytes(`HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Error'}\r\n${JSON_TYPE}`, body);
}

/** Well formed for HTTP, and JSON that ends in the middle. */
export function halved({ head, body }: HttpMessage): Buffer {
  return inBytes(head, body.subarray(0, Math.ceil(body.length / 2)));
}

/** Says UTF-8 and brings a word in GBK. */
export function misspelt({ head, body }: HttpMessage): Buffer {
  const end = body.lastIndexOf('}');
  const word = Buffer.from([...Buffer.from(',"x":"'), 0xc4, 0xe3, ...Buffer.from('"')]);
  const wrong = Buffer.concat([body.subarray(0, Math.max(end, 0)), word, body.subarray(Math.max(end, 0))]);
  return inBytes(`${head.replace(/\r\ncontent-type:[^\r]*/i, '')}\r\n${JSON_TYPE}`, wrong);
}
