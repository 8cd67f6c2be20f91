import { deskRoutes } from './_desk/routes';
import { portFrom } from './_kit/settings';
import { openGate, PortTakenError, startSimulatorServer } from './_kit/simulator-server';
import { controlRoutes } from './control';
import { indexPage } from './index-page';
import { people } from './people';
import { World } from './world';

async function main(): Promise<void> {
  const port = portFrom(process.env);
  const world = new World(process.env);
  let bureausUp = (): void => undefined;
  const up = new Promise<void>((resolve) => {
    bureausUp = resolve;
  });
  const routes = { 'GET /': () => ({ html: indexPage(people) }), ...controlRoutes(world), ...deskRoutes(world) };
  // Whoever waits for the list of people may call a bureau next: it is not given out before they all listen.
  const server = await startSimulatorServer(port, routes, async (...passing) => {
    await up;
    await openGate(...passing);
  });
  await world.start(port);
  bureausUp();
  console.log(`simulators ready at http://127.0.0.1:${server.port}/`);
  const stop = (): void => {
    void Promise.all([server.close(), world.stop()]).then(() => process.exit(0));
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
