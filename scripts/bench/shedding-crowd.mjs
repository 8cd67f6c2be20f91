import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { outcomeIn, requestText } from './rush-wishes.mjs';

/** Whoever has no answer after that was forgotten by the server. */
const PATIENCE_MS = 60_000;
/** Made before anybody comes: the event loop takes one new connection a turn, and a proxy keeps its own. */
/** A crowd does not catch up: what it was too late to send is not sent, and `sent` says how many a second were. */
const LATEST_MS = 20;
const CONNECTIONS = Number(process.env.SHED_CONNECTIONS ?? 1500);

/** More people than a server can serve, in a process of their own: they come whether or not the others were answered. */
process.on('message', async (order) => {
  try {
    process.send({ report: await come(order) });
  } catch (error) {
    process.send({ error: error.stack });
  }
});
process.once('disconnect', () => process.exit(0));

// a crowd is not on the server's machine: it has what is left of this one, and what it could not send is told
os.setPriority(19);

async function come({ port, tokens, windowIds, perSecond, seconds }) {
  const crowd = { port, idle: [], under: 0, held: 0, answers: {}, milliseconds: [], failed: undefined };
  for (let count = 0; count < CONNECTIONS; count += 1) crowd.idle.push(await connected(crowd));
  const began = performance.now();
  const total = perSecond * seconds;
  let sent = 0;
  let missedMs = 0;
  for (let last = began; last - began < seconds * 1000 && !crowd.failed; await sleep(1)) {
    const now = performance.now();
    missedMs += Math.max(0, now - last - LATEST_MS);
    last = now;
    const due = Math.min(total, ((now - began - missedMs) / 1000) * perSecond);
    for (; sent < due; sent += 1) send(crowd, wish(tokens, windowIds));
  }
  const sentMs = performance.now() - began;
  for (const since = performance.now(); crowd.under > 0 && !crowd.failed; await sleep(20)) {
    if (performance.now() - since > PATIENCE_MS) throw new Error(`${crowd.under} requests were never answered`);
  }
  for (const socket of crowd.idle) socket.destroy();
  if (crowd.failed) throw crowd.failed;
  const { answers, held, milliseconds } = crowd;
  milliseconds.sort((one, other) => one - other);
  const p99 = milliseconds[Math.floor(milliseconds.length * 0.99)];
  return { answers, held, sentPerSecond: sent / (sentMs / 1000), p99 };
}

function wish(tokens, windowIds) {
  const [token, windowId] = [tokens[randomInt(tokens.length)], windowIds[randomInt(windowIds.length)]];
  return requestText('/api/v1/bookings', { token, windowId, key: randomUUID(), first: true });
}

/** On a connection nobody uses; where there is none it is not sent, and counted. */
function send(crowd, text) {
  const socket = crowd.idle.pop();
  if (!socket) {
    crowd.held += 1;
    return;
  }
  crowd.under += 1;
  socket.since = performance.now();
  socket.write(text);
}

async function connected(crowd) {
  const socket = net.connect(crowd.port, '127.0.0.1');
  socket.setNoDelay(true);
  let buffered = '';
  const hear = (chunk) => {
    buffered += chunk.toString('latin1');
    const outcome = outcomeIn(buffered);
    if (!outcome) return;
    const said = /^(429|503)/.test(outcome.answer) && !/\r\nretry-after: \d+\r\n/i.test(buffered);
    if (said) crowd.failed = new Error(`${outcome.answer} did not say when to come again`);
    buffered = '';
    crowd.milliseconds.push(performance.now() - socket.since);
    crowd.answers[outcome.answer] = (crowd.answers[outcome.answer] ?? 0) + 1;
    crowd.under -= 1;
    crowd.idle.push(socket);
  };
  socket.on('error', (error) => {
    crowd.failed = error;
  });
  // whoever connects and says nothing for ten seconds is not waited for
  socket.write('GET /healthz HTTP/1.1\r\nHost: rush\r\n\r\n');
  await once(socket, 'data');
  socket.on('data', hear);
  return socket;
}
