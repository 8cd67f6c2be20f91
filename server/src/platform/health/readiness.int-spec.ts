import { bureauEnv } from '../../../test/callback';
import { startServer, type TestServer } from '../../../test/server';

let server: TestServer;

afterEach(() => server.end());

describe('/readyz', () => {
  it('does not ask for the bureaus: a dead one makes nobody unready', async () => {
    server = await startServer(bureauEnv); // nobody listens at those addresses
    expect((await server.get('/readyz')).status).toBe(200);
  });
});
