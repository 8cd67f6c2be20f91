import { json, type LocalBureau, startLocalBureau } from '../../../test/local-bureau';
import { send } from '../../../test/resident';
import { startServer } from '../../../test/server';

const PEOPLE = '/api/v1/development/people';

describe('the made-up people', () => {
  let simulators: LocalBureau;
  beforeAll(async () => {
    simulators = await startLocalBureau();
  });
  afterAll(() => simulators.close());

  it('are those of the simulators, by name and scenario alone', async () => {
    const server = await startServer({ SIMULATORS_URL: simulators.url });
    const person = { name: '单人-断收入', scenario: '一个人住' };
    simulators.behave((response, delivery) => json(200, [{ ...person, idNumber: '1' }] as object)(response, delivery));
    expect((await send(server, 'GET', PEOPLE)).body).toEqual({ items: [person] });
    simulators.behave((response) => void response.writeHead(200).end('{'));
    expect((await send(server, 'GET', PEOPLE)).status).toBe(503);
    await server.end();
  });

  it('are not there without simulators, like any address nobody knows', async () => {
    const server = await startServer();
    const [people, nothing] = [await send(server, 'GET', PEOPLE), await send(server, 'GET', '/api/v1/nothing')];
    expect(people.status).toBe(404);
    expect(people.body).toEqual(nothing.body);
    await server.end();
  });
});
