import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BureauAddress } from '../src/platform/config/bureau-address';

export interface Delivery {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The idempotency key. */
  readonly key: string;
  readonly text: string;
}

/** How it treats one call; what returns nothing has answered by itself. */
export type Behaviour = (response: ServerResponse, delivery: Delivery) => void;

/** A made-up bureau on a port of its own that does one thing for one key and keeps a journal of both. */
export interface LocalBureau {
  readonly url: string;
  readonly address: BureauAddress;
  readonly deliveries: readonly Delivery[];
  /** The first delivery of every key that it did not refuse. */
  readonly effects: readonly Delivery[];
  /** Without one it is honest again. */
  behave(behaviour?: Behaviour): void;
  /** Does what was asked, once for each key; for behaviours that lose the reply. */
  takeEffect(delivery: Delivery): void;
  close(): Promise<void>;
}

export const sendKey = { id: 'send-1', key: Buffer.alloc(32, 1) };
export const receiveKey = { id: 'receive-1', key: Buffer.alloc(32, 2) };

export async function startLocalBureau(): Promise<LocalBureau> {
  const deliveries: Delivery[] = [];
  const effects: Delivery[] = [];
  let behaviour: Behaviour | undefined;
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { method = '', url = '', headers } = request;
      const delivery: Delivery = { method, path: url, headers, key: String(headers['event-id']), text };
      deliveries.push(delivery);
      const honest: Behaviour = () => {
        takeEffect(effects, delivery);
        json(200, { ok: true })(response, delivery);
      };
      (behaviour ?? honest)(response, delivery);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    address: { url, send: sendKey, receive: [receiveKey] },
    deliveries,
    effects,
    behave: (given) => {
      behaviour = given;
    },
    takeEffect: (delivery) => takeEffect(effects, delivery),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function takeEffect(effects: Delivery[], delivery: Delivery): void {
  if (!effects.some(({ key }) => key === delivery.key)) effects.push(delivery);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export const json =
  (status: number, body: object): Behaviour =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

export const bytes =
  (contentType: string, body: Buffer | string): Behaviour =>
  (response) =>
    void response.writeHead(200, { 'content-type': contentType }).end(body);

/** Takes the call and never says a word. */
export const blackHole: Behaviour = () => undefined;

export const reset: Behaviour = (response) => void response.socket?.resetAndDestroy();

/** Promises more than it sends. */
export const cutReply: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"ok":', () => response.socket?.destroy());
};

export const slow =
  (ms: number, then: Behaviour): Behaviour =>
  (response, delivery) =>
    void setTimeout(() => then(response, delivery), ms);
