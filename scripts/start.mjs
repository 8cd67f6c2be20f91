import path from 'node:path';
import { buildStale } from './lib/build.mjs';
import { bureauSettings, SIMULATOR_PORTS } from './lib/bureau-settings.mjs';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { claimPorts, portFrom } from './lib/ports.mjs';
import { inRoot, ROOT } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { startServer, startSimulators, whyEnded } from './lib/stack.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { watchSources } from './lib/watch.mjs';

const IN_A_ROW = { SIMULATORS_PORT: SIMULATOR_PORTS };
const PEOPLE_SHOWN = 3;

/** `npm start`: everything, on this machine, until Ctrl-C. `--watch` (`npm run dev`) rebuilds on change. */
await runCommand(async (args) => {
  const settings = readSettings(process.env);
  const { ports } = settings;
  await claimPorts(ports, IN_A_ROW);
  stopAllOnSignal(() => console.log('\nStopped.'));
  await setUp();
  await buildStale(['server', 'h5']);
  // Installing and building took a while: a port may have been taken meanwhile.
  await claimPorts(ports, IN_A_ROW);
  try {
    const simulators = await startSimulators(settings.simulators);
    const house = { server: await startServer(settings.server), restarting: false };
    printAddresses(settings, await peopleOf(settings));
    if (args.includes('--watch')) watchSources((targets) => rebuild(house, settings, targets));
    await untilOneEnds(simulators, house);
  } finally {
    await stopAll();
  }
});

function readSettings(env) {
  const ports = {
    PORT: portFrom(env, 'PORT', 3000),
    SIMULATORS_PORT: portFrom(env, 'SIMULATORS_PORT', 3100),
    INTERNAL_PORT: portFrom(env, 'INTERNAL_PORT', undefined),
  };
  const dataDir = path.resolve(ROOT, env.DATA_DIR || '.data');
  const log = (name) => path.join(dataDir, 'logs', `${name}.log`);
  const agreed = bureauSettings({
    env,
    dataDir,
    simulatorsPort: ports.SIMULATORS_PORT,
    serverPort: ports.PORT,
  });
  const serverEnv = { ...agreed, DATA_DIR: dataDir, H5_DIR: env.H5_DIR || inRoot('miniapp/dist/h5') };
  // Bureaus do not forget a case the server knows because this machine slept.
  const simulatorsEnv = {
    ...agreed,
    SIMULATORS_STATE_DIR: env.SIMULATORS_STATE_DIR || path.join(dataDir, 'simulators'),
  };
  return {
    ports,
    dataDir,
    database: env.DATABASE_URL ? 'MySQL, from DATABASE_URL' : 'the embedded database',
    simulators: { env: simulatorsEnv, port: ports.SIMULATORS_PORT, logFile: log('simulators') },
    server: { env: serverEnv, port: ports.PORT, logFile: log('server') },
  };
}

function printAddresses({ ports, dataDir, database }, people) {
  const server = `http://127.0.0.1:${ports.PORT}`;
  const simulators = `http://127.0.0.1:${ports.SIMULATORS_PORT}`;
  console.log(
    [
      '',
      '津门民政 is running.',
      `  for residents   ${server}/`,
      `  for staff       ${server}/staff`,
      `  bureau desk     ${simulators}/desk`,
      `  API docs        ${server}/docs`,
      `  sign in as      ${people.slice(0, PEOPLE_SHOWN).join('，')} …`,
      `  made-up people  ${simulators}/__sim/people`,
      `  data and logs   ${path.relative(ROOT, dataDir) || '.'}/ (${database})`,
      '  Ctrl-C stops everything.',
      '',
    ].join('\n'),
  );
}

/** The names of those one can sign in as. */
async function peopleOf({ ports }) {
  const reply = await fetch(`http://127.0.0.1:${ports.SIMULATORS_PORT}/__sim/people`);
  return (await reply.json()).map(({ name }) => name);
}

async function rebuild(house, settings, targets) {
  await buildStale(targets);
  if (!targets.includes('server')) return;
  house.restarting = true;
  await house.server.stop();
  house.server = await startServer(settings.server);
  house.restarting = false;
  console.log('  the server runs again.');
}

/** Throws a `Stop` when a child ends that was not asked to. */
async function untilOneEnds(simulators, house) {
  for (;;) {
    const current = house.server;
    const ended = await Promise.race([simulators, current].map((child) => child.exited.then(() => child)));
    if (ended === simulators || !house.restarting) throw new Stop(await whyEnded(ended));
    while (house.restarting) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
