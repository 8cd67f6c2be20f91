import { WebSocket } from 'ws';
import { readRequest } from './protocol';
import { type ProtocolServer, startProtocolServer } from './protocol-server';

describe('readRequest', () => {
  it('reads a request and gives it empty params when it has none', () => {
    expect(readRequest('{"id":"1","method":"Tool.getInfo"}')).toEqual({ id: '1', method: 'Tool.getInfo', params: {} });
  });

  it.each([
    ['not json', null, /not JSON/],
    ['42', null, /not an object/],
    ['{"method":"a"}', null, /no id/],
    ['{"id":"1"}', '1', /no method/],
    ['{"id":"1","method":"a","params":[1]}', '1', /params must be an object/],
  ])('says what is wrong with %s', (frame, id, problem) => {
    expect(readRequest(frame)).toEqual({ id, problem: expect.stringMatching(problem) });
  });
});

describe('the protocol server', () => {
  let server: ProtocolServer;

  beforeAll(async () => {
    server = await startProtocolServer(0, async (method) => {
      if (method === 'Fail') throw new Error('no luck');
      return { result: { method } };
    });
  });
  afterAll(() => server.close());

  async function exchange(...frames: string[]): Promise<unknown[]> {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}`);
    const replies: unknown[] = [];
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => {
        for (const frame of frames) socket.send(frame);
      });
      socket.on('message', (reply) => {
        replies.push(JSON.parse(String(reply)));
        if (replies.length < frames.length) return;
        socket.close();
        resolve(replies);
      });
    });
  }

  it('goes on answering after a broken frame and after a request that failed', async () => {
    const replies = await exchange('{', '{"id":"1","method":"Fail"}', '{"id":"2","method":"Fine"}');
    expect(replies).toEqual([
      { id: null, error: { message: 'the frame is not JSON' } },
      { id: '1', error: { message: 'no luck' } },
      { id: '2', result: { method: 'Fine' } },
    ]);
  });

  it('refuses a port that is taken', async () => {
    await expect(startProtocolServer(server.port, async () => ({}))).rejects.toThrow(/EADDRINUSE/);
  });
});
