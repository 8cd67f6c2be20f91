import { connect, type Socket } from 'node:net';

/** What a command came to, as lines for the operator's screen. */
export interface OperatorReply {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

export const MAX_MESSAGE_BYTES = 5 * 1024 * 1024;

/**
 * Everything the other side says until it stops, as one flat JSON object of texts.
 * @throws Error when it is too long or not that.
 */
export async function readMessage(socket: Socket, maxBytes: number): Promise<Readonly<Record<string, string>>> {
  const value = await readJson(socket, maxBytes);
  if (typeof value !== 'object' || value === null) throw new SyntaxError('not a message');
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

/**
 * Sends a command to the process listening at `path` and waits for its answer.
 * @throws Error with `code` ECONNREFUSED or ENOENT when nobody listens there.
 */
export async function sendCommand(path: string, fields: Readonly<Record<string, string>>): Promise<OperatorReply> {
  const socket = connect({ path, allowHalfOpen: true });
  await new Promise<void>((resolve, reject) => socket.once('error', reject).once('connect', resolve));
  socket.end(JSON.stringify(fields));
  const reply = (await readJson(socket, MAX_MESSAGE_BYTES)) as Partial<OperatorReply> | null;
  if (typeof reply?.ok !== 'boolean' || !Array.isArray(reply.lines)) throw new SyntaxError('not a reply');
  return { ok: reply.ok, lines: reply.lines.map(String) };
}

function readJson(socket: Socket, maxBytes: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) reject(new RangeError('message too long'));
      else chunks.push(chunk);
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the other side hung up')));
    socket.once('end', () => {
      try {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      } catch (error) {
        reject(error);
      }
    });
  });
}
