import net from 'node:net';
import { Stop } from './stop.mjs';

/** Every address a server may bind; a listener on any of them makes the port ours or theirs. */
const ADDRESSES = ['127.0.0.1', '0.0.0.0', '::'];

/** Reads a port from the environment; `undefined` when it is absent and has no default. */
export function portFrom(env, name, fallback) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Stop(`${name} is "${text}", but a port is a whole number from 1 to 65535.`);
  }
  return port;
}

/**
 * Throws a `Stop` naming the variable when one of the ports (`{PORT: 3000, …}`) is taken, or is asked for twice.
 * `rows` says which of them is the first of how many in a row.
 */
export async function claimPorts(ports, rows = {}) {
  const wanted = Object.entries(ports)
    .filter(([, first]) => first !== undefined)
    .flatMap(([name, first]) =>
      Array.from({ length: rows[name] ?? 1 }, (_, at) => ({ name, first, port: first + at })),
    );
  for (const [index, { name, first, port }] of wanted.entries()) {
    const twin = wanted.slice(0, index).find((other) => other.port === port);
    if (twin) throw new Stop(`${twin.name} and ${name} both need ${port}. Give one of them another port.`);
    const problem = await portProblem(port);
    if (problem === 'EACCES') {
      throw new Stop(
        `Port ${port} (${name}) may not be opened by this user. Choose one above 1023: ${name}=${first + 8000} npm start`,
      );
    }
    if (problem) {
      throw new Stop(
        `Port ${port} is taken by another program. Stop that program, or choose another port: ${name}=${port + 1} npm start`,
      );
    }
  }
}

/** The error code that keeps us from listening on the port, or undefined when it is free. */
export async function portProblem(port) {
  for (const address of ADDRESSES) {
    const code = await tryToListen(port, address);
    if (code === 'EADDRINUSE' || code === 'EACCES') return code;
  }
  return undefined;
}

/** A port nobody listens on now, and that the system gives to nobody who asks for any, until a program listens there. */
export function freePort() {
  return freePorts(1);
}

/** The first of so many ports in a row that nobody listens on now; below those the system gives out by itself. */
export async function freePorts(count) {
  for (;;) {
    const first = 15_000 + Math.floor(Math.random() * 15_000);
    const row = Array.from({ length: count }, (_, at) => portProblem(first + at));
    if ((await Promise.all(row)).every((problem) => problem === undefined)) return first;
  }
}

function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
