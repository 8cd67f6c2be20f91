import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildStale } from './lib/build.mjs';
import { bureauSettings, SIMULATOR_PORTS } from './lib/bureau-settings.mjs';
import { CHROMIUM_FLAGS, chromiumPath } from './lib/chromium.mjs';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { freePort, freePorts } from './lib/ports.mjs';
import { inRoot, requireFrom } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { startServer, startSimulators } from './lib/stack.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { accountScreens } from './screens/account.mjs';
import { applicationScreens } from './screens/application.mjs';
import { boardingScreens } from './screens/boarding.mjs';
import { bookingScreens } from './screens/bookings.mjs';
import { browseScreens } from './screens/browse.mjs';
import { familyScreens } from './screens/family.mjs';
import { farewellScreens } from './screens/farewell.mjs';
import { keptScreens } from './screens/kept.mjs';
import { leftOnPhoneScreens } from './screens/left-on-phone.mjs';
import { libraryScreens } from './screens/library.mjs';
import { mainScreens } from './screens/main-package.mjs';
import { myDataScreens } from './screens/my-data.mjs';
import { olderRulesScreens } from './screens/older-rules.mjs';
import { LARGEST_BYTES, openPhone } from './screens/phone.mjs';
import { planScreens } from './screens/plan.mjs';
import { refusalScreens } from './screens/refusal.mjs';
import { resultScreens } from './screens/result.mjs';
import { waitingScreens } from './screens/waiting.mjs';
import { whatIfScreens } from './screens/what-if.mjs';
import { wizardScreens } from './screens/wizard.mjs';

const FOLDER = inRoot('docs/screens');

/**
 * `npm run screens [-- name…]`: every screen and state at 375×812, in normal and elder mode, into docs/screens/, from
 * the H5 build on a real server. Names choose screens by their beginning. A page that throws fails the run.
 */
await runCommand(async (names) => {
  stopAllOnSignal();
  await setUp();
  const chromium = chromiumPath();
  await buildStale(['server', 'h5']);
  const screens = allScreens().filter(
    ({ name }) => names.length === 0 || names.some((start) => name.startsWith(start)),
  );
  if (screens.length === 0) throw new Stop(`No screen begins with ${names.join(' or ')}.`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jms-'));
  try {
    const port = await freePort();
    const simulators = await startHouse(folder, port);
    const browser = await requireFrom('e2e', 'playwright-core').chromium.launch({
      executablePath: chromium,
      args: CHROMIUM_FLAGS,
    });
    if (names.length === 0) rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    const failures = await takeAll(browser, { baseUrl: `http://127.0.0.1:${port}`, simulators }, screens);
    await browser.close();
    if (failures.length > 0) throw new Stop(failures.join('\n'));
  } finally {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
  report();
});

/** The server with the simulated bureaus beside it, both on data of their own; where the simulators answer. */
async function startHouse(folder, port) {
  const dataDir = path.join(folder, 'data');
  const simulatorsPort = await freePorts(SIMULATOR_PORTS);
  const own = { ...process.env, DATA_DIR: dataDir, H5_DIR: inRoot('miniapp/dist/h5') };
  const env = bureauSettings({ env: own, dataDir, simulatorsPort, serverPort: port });
  await startSimulators({ env, port: simulatorsPort, logFile: path.join(folder, 'simulators.log') });
  await startServer({ env, port, logFile: path.join(folder, 'server.log') });
  return `http://127.0.0.1:${simulatorsPort}`;
}

function allScreens() {
  const shared = (module) => requireFrom('server', `@jinmen/shared/${module}`);
  const house = {
    questions: shared('facts/questions').questions,
    facts: shared('facts/facts').facts,
    programmes: shared('catalogue').programmes,
    consentTexts: shared('residents/consent-texts').consentTexts,
    formerConsentTexts: shared('residents/consent-texts').formerConsentTexts,
  };
  return [
    ...mainScreens(),
    ...accountScreens(house),
    ...myDataScreens(),
    ...wizardScreens(house),
    ...resultScreens(house),
    ...planScreens(house),
    ...libraryScreens(),
    ...whatIfScreens(house),
    ...keptScreens(house),
    ...olderRulesScreens(house),
    ...applicationScreens(house),
    ...refusalScreens(),
    ...familyScreens(),
    ...browseScreens(),
    ...bookingScreens(),
    ...boardingScreens(),
    ...waitingScreens(),
    ...farewellScreens(),
    ...leftOnPhoneScreens(),
  ];
}

async function takeAll(browser, house, screens) {
  const failures = [];
  for (const screen of screens) {
    for (const mode of ['normal', 'elder']) {
      const problem = await take(browser, house, screen, mode);
      if (problem) failures.push(`${screen.name} (${mode}): ${problem}`);
    }
    console.log(`  ${screen.name}`);
  }
  return failures;
}

async function take(browser, house, { name, kept = {}, offline = false, release, show, whole = false }, mode) {
  const keptIn = { normal: kept, elder: { ...kept, 'elder-mode': true } };
  const phone = await openPhone(browser, { ...house, kept: keptIn[mode], offline, release });
  try {
    await show(phone);
    await phone.picture(path.join(FOLDER, `${name}-${mode}.png`), false);
    if (whole) await phone.picture(path.join(FOLDER, `${name}-${mode}-whole.png`), true);
    return phone.problems[0];
  } catch (error) {
    return error.message.split('\n')[0];
  } finally {
    await phone.close();
  }
}

function report() {
  const pictures = readdirSync(FOLDER).map((file) => ({ file, bytes: statSync(path.join(FOLDER, file)).size }));
  const large = pictures.filter(({ bytes }) => bytes > LARGEST_BYTES);
  console.log(
    `${pictures.length} pictures in docs/screens/, ${pictures.reduce((sum, { bytes }) => sum + bytes, 0)} bytes.`,
  );
  for (const { file, bytes } of large) console.log(`  ${file} has ${bytes} bytes, more than ${LARGEST_BYTES}.`);
}
