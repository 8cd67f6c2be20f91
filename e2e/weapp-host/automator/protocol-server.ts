import { type WebSocket, WebSocketServer } from 'ws';
import { type ProtocolReply, readRequest } from './protocol';

/** Answers one request; what it throws becomes the error of the reply. */
export type Answer = (method: string, params: Record<string, unknown>) => Promise<ProtocolReply>;

export interface ProtocolServer {
  readonly port: number;
  /** Sends an event (a frame without id) to every client. */
  broadcast(frame: string): void;
  close(): Promise<void>;
}

/** Listens for automator clients on 127.0.0.1. Port 0 takes a free one. Rejects when the port is taken. */
export async function startProtocolServer(port: number, answer: Answer): Promise<ProtocolServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  server.on('connection', (socket) => {
    socket.on('message', (frame) => void reply(socket, String(frame), answer));
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    broadcast: (frame) => {
      for (const client of server.clients) client.send(frame);
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate();
        server.close(() => resolve());
      }),
  };
}

async function reply(socket: WebSocket, frame: string, answer: Answer): Promise<void> {
  const request = readRequest(frame);
  if ('problem' in request) {
    socket.send(JSON.stringify({ id: request.id, error: { message: request.problem } }));
    return;
  }
  let outcome: ProtocolReply;
  try {
    outcome = await answer(request.method, request.params);
  } catch (error) {
    outcome = { error: { message: error instanceof Error ? error.message : String(error) } };
  }
  socket.send(JSON.stringify({ id: request.id, ...outcome }));
}
