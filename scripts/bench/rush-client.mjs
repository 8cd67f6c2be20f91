import net from 'node:net';
import { arrive } from './rush-arrivals.mjs';
import { holds, outcomeIn, requestText } from './rush-wishes.mjs';

/**
 * The phones of a rush, in a process of their own: raw keep-alive connections, a key a wish, one outcome a request, and
 * little CPU beside the server. Started by rush-house.mjs; one order in, one report out (IPC).
 */
process.on('message', async ({ id, order }) => {
  try {
    process.send({ id, report: await (order.kind === 'arrivals' ? arrive(order) : run(order)) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});
process.once('disconnect', () => process.exit(0));

/**
 * `requests` of `holds`, `list`; `connections` at once, each its next request as soon as it has its answer. Counts
 * answers by status and code, and keeps of every 201 what was promised to whom.
 */
async function run({ port, path, kind, tokens, windowIds, couples, retries = 0, repeats = 1, connections, keyPrefix }) {
  const wishes =
    kind === 'list' ? lists(tokens, couples, repeats) : holds({ tokens, windowIds, couples, retries, keyPrefix });
  const texts = wishes.map((wish) => requestText(path, wish));
  const outcomes = new Array(wishes.length);
  const milliseconds = new Float64Array(wishes.length);
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  let next = 0;
  const one = (outcome, at, since) => {
    milliseconds[at] = performance.now() - since;
    outcomes[at] = outcome;
  };
  await Promise.all(
    Array.from({ length: connections }, () =>
      phone(port, () => (next < texts.length ? next++ : undefined), texts, one),
    ),
  );
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return {
    ...summary(wishes, outcomes),
    ms,
    requests: wishes.length,
    cpuUs: user + system,
    ...quantiles(milliseconds),
  };
}

function lists(tokens, couples, repeats) {
  return Array.from({ length: couples * repeats }, (_, at) => ({ couple: at % couples, token: tokens[at % couples] }));
}

/** One connection, until nothing is left to ask. A connection that ends by itself ends the run. */
function phone(port, take, texts, done) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let buffered = '';
    let at;
    let since = 0;
    const ask = () => {
      at = take();
      if (at === undefined) {
        socket.destroy();
        resolve();
        return;
      }
      since = performance.now();
      socket.write(texts[at]);
    };
    socket.on('connect', ask);
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      const outcome = outcomeIn(buffered);
      if (!outcome) return;
      buffered = '';
      done(outcome, at, since);
      ask();
    });
    socket.on('error', reject);
    socket.on('close', () => at !== undefined && reject(new Error('the server closed a connection')));
  });
}

function summary(wishes, outcomes) {
  const answers = {};
  const promised = {};
  for (const [at, { answer, id }] of outcomes.entries()) {
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (answer !== '201' || id === undefined) continue;
    const { key, couple, windowId } = wishes[at];
    if (promised[key] && promised[key].id !== id) throw new Error(`one key, two bookings: ${promised[key].id}, ${id}`);
    promised[key] = { id, couple, windowId };
  }
  return { answers, promised: Object.values(promised) };
}

function quantiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99), longest: at(1) };
}
