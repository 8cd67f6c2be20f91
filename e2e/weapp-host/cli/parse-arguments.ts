import { resolve } from 'node:path';

export interface AutoCommand {
  /** Absolute path of the project: the folder with project.config.json. */
  readonly project: string;
  readonly port: number;
}

/** Options of the real tool that mean nothing here but must not be refused. */
const IGNORED_WITH_VALUE = new Set(['--auto-account', '--ticket', '--port', '--lang']);
const IGNORED_FLAGS = new Set(['--trust-project', '--disable-gpu', '--debug']);
const HIGHEST_PORT = 65_535;

/**
 * Reads the arguments of DevTools' own command line, `auto --project P --auto-port N [...]`.
 * Throws an Error that says what is wrong with them.
 */
export function parseArguments(args: readonly string[]): AutoCommand {
  const [command, ...rest] = args;
  if (command !== 'auto') throw new Error(`only the command "auto" is supported, not "${command ?? ''}"`);
  const options = readOptions(rest);
  const project = options.get('--project');
  if (!project) throw new Error('--project <folder with project.config.json> is missing');
  const port = Number(options.get('--auto-port'));
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new Error(`--auto-port must be a port number, not "${options.get('--auto-port') ?? ''}"`);
  }
  return { project: resolve(project), port };
}

function readOptions(args: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const [name = '', inline] = (args[index] ?? '').split(/=(.*)/s);
    if (IGNORED_FLAGS.has(name)) continue;
    if (name !== '--project' && name !== '--auto-port' && !IGNORED_WITH_VALUE.has(name)) {
      throw new Error(`unknown option ${name}`);
    }
    if (inline === undefined) index += 1;
    options.set(name, inline ?? args[index] ?? '');
  }
  return options;
}
