import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { holds, outcomeIn, requestText } from './rush-wishes.mjs';

/** Answers come within this; whoever waits longer is somebody's mistake. */
const PATIENCE_MS = 30_000;

/**
 * An open loop: everybody has a connection already, and sends at their own moment whether or not the others were
 * answered. A client that waits for answers could not show who was overtaken. `arrivals` in the order they were sent.
 */
export async function arrive({ ports, path, tokens, windowIds, couples, withinMs, keyPrefix }) {
  const wishes = holds({ tokens, windowIds, couples, retries: 0, keyPrefix });
  const moments = wishes.map(() => Math.random() * withinMs).sort((a, b) => a - b);
  const people = shuffled(await Promise.all(wishes.map((_, at) => connected(ports[at % ports.length]))));
  const began = performance.now();
  const answered = [];
  for (let at = 0; at < wishes.length; ) {
    const now = performance.now() - began;
    for (; at < wishes.length && moments[at] <= now; at += 1) {
      answered.push(ask(people[at], requestText(path, wishes[at]), performance.now() - began));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const arrivals = await Promise.race([Promise.all(answered), sleep(PATIENCE_MS, undefined, { ref: false })]);
  if (!arrivals) throw new Error(`somebody had no answer for ${PATIENCE_MS} ms`);
  const promised = arrivals.flatMap(({ id }, at) => (id ? [{ id, couple: at, windowId: wishes[at].windowId }] : []));
  return { arrivals, promised };
}

function connected(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });
}

function ask(socket, text, sentMs) {
  return new Promise((resolve, reject) => {
    let buffered = '';
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      const outcome = outcomeIn(buffered);
      if (!outcome) return;
      socket.destroy();
      resolve({ ...outcome, sentMs, read: Number(/x-read-as: (\d+)/i.exec(buffered)?.[1]) });
    });
    socket.on('error', reject);
    socket.write(text);
  });
}

function shuffled(items) {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
