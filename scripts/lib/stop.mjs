/** A reason to stop that a person can act on: printed as it stands, without a stack. */
export class Stop extends Error {}

const OLDEST_NODE = [20, 19];

/** Runs a command's body; a `Stop` becomes a readable line and exit code 1, anything else keeps its stack. */
export async function runCommand(body) {
  try {
    refuseUnsuitablePlatform();
    await body(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Throws a `Stop` when this Node.js is too old, or on Windows, where process groups do not exist. */
export function refuseUnsuitablePlatform(version = process.versions.node, platform = process.platform) {
  const [major, minor] = version.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Stop(
      `This is Node.js ${version}; 津门民政 needs ${OLDEST_NODE.join('.')} or newer. ` +
        'Install it from https://nodejs.org or with a version manager (.nvmrc names the version), then run the command again.',
    );
  }
  if (platform === 'win32') {
    throw new Stop(
      'On Windows, run this inside WSL (Windows Subsystem for Linux): the commands rely on process groups.',
    );
  }
}
