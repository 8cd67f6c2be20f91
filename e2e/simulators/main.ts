import { PortTakenError, startSimulatorServer } from './_kit/simulator-server';
import { indexPage } from './index-page';
import { people } from './people';

const DEFAULT_PORT = 3100;
const HIGHEST_PORT = 65_535;

/** The port from the environment; throws a readable error when it is no port. */
function portFromEnvironment(): number {
  const text = process.env.SIMULATORS_PORT;
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new Error(`SIMULATORS_PORT must be a port number between 1 and ${HIGHEST_PORT}, not "${text}"`);
  }
  return port;
}

async function main(): Promise<void> {
  const server = await startSimulatorServer(portFromEnvironment(), {
    'GET /': () => ({ html: indexPage(people) }),
    'GET /__sim/people': () => ({ json: people }),
  });
  console.log(`simulators ready at http://127.0.0.1:${server.port}/`);
  const stop = (): void => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  if (error instanceof PortTakenError) {
    console.error(`simulators: ${error.message}; set SIMULATORS_PORT to another port`);
  } else {
    console.error(`simulators: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.exit(1);
});
