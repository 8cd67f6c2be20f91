import { resolve } from 'node:path';

/** `auto`: opens a project and listens for the client. */
export interface AutoCommand {
  readonly verb: 'auto';
  /** Absolute path of the project: the folder with project.config.json. */
  readonly project: string;
  readonly port: number;
  /** Of the host alone, before the verb (`automator.launch({args})`); DevTools would refuse it. */
  readonly apiBase?: string;
  readonly domains?: readonly string[];
  readonly loginCode?: string;
}

/** A command that is answered at once: nothing of the kind runs here. */
export interface PlainCommand {
  readonly verb: 'islogin' | 'close' | 'quit';
}

const PLAIN: readonly string[] = ['islogin', 'close', 'quit'];

/** Commands of DevTools that need its window, WeChat's servers, or a person. */
const REFUSED: readonly string[] = [
  ...['open', 'login', 'preview', 'auto-preview', 'upload', 'build-npm', 'cache', 'engine'],
  ...['open-other', 'build-ipa', 'build-apk', 'reset-fileutils', 'cloud', 'auto-replay'],
];

/** Options of the real tool that mean nothing here but must not be refused. */
const IGNORED_WITH_VALUE = new Set(['--auto-account', '--ticket', '--port', '--lang', '--appid', '--ext-appid']);
const IGNORED_FLAGS = new Set(['--trust-project', '--disable-gpu', '--debug']);
const OF_THE_HOST = new Set(['--api-base', '--domains', '--login-code']);
const HIGHEST_PORT = 65_535;

/**
 * Reads the arguments of DevTools' own command line, `auto --project P --auto-port N [...]`.
 * Throws an Error that says what is wrong with them.
 */
export function parseArguments(args: readonly string[]): AutoCommand | PlainCommand {
  const at = placeOfVerb(args);
  const own = args.slice(0, at);
  const [verb = '', ...rest] = args.slice(at);
  if (isPlain(verb)) return { verb };
  if (REFUSED.includes(verb)) throw new Error(`"${verb}" is not supported: the headless host has the command "auto"`);
  if (verb !== 'auto') throw new Error(`only the command "auto" is supported, not "${verb}"`);
  return { ...autoOf(readOptions(rest, (name) => IGNORED_WITH_VALUE.has(name) || isOfAuto(name))), ...ownOf(own) };
}

/** Behind the options of the host, each of which has a value. */
function placeOfVerb(args: readonly string[]): number {
  let at = 0;
  while (args[at]?.startsWith('--')) at += args[at]?.includes('=') ? 1 : 2;
  return at;
}

function isPlain(verb: string): verb is PlainCommand['verb'] {
  return PLAIN.includes(verb);
}

function isOfAuto(name: string): boolean {
  return name === '--project' || name === '--auto-port';
}

function autoOf(options: ReadonlyMap<string, string>): AutoCommand {
  const project = options.get('--project');
  if (!project) throw new Error('--project <folder with project.config.json> is missing');
  const port = Number(options.get('--auto-port'));
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new Error(`--auto-port must be a port number, not "${options.get('--auto-port') ?? ''}"`);
  }
  return { verb: 'auto', project: resolve(project), port };
}

function ownOf(args: readonly string[]): Omit<AutoCommand, 'verb' | 'project' | 'port'> {
  const options = readOptions(args, (name) => OF_THE_HOST.has(name));
  const [apiBase, domains, loginCode] = [...OF_THE_HOST].map((name) => options.get(name));
  return {
    ...(apiBase === undefined ? {} : { apiBase }),
    ...(domains === undefined ? {} : { domains: domains.split(',').filter(Boolean) }),
    ...(loginCode === undefined ? {} : { loginCode }),
  };
}

function readOptions(args: readonly string[], isKnown: (name: string) => boolean): Map<string, string> {
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const [name = '', inline] = (args[index] ?? '').split(/=(.*)/s);
    if (IGNORED_FLAGS.has(name)) continue;
    if (!isKnown(name)) throw new Error(`unknown option ${name}`);
    if (inline === undefined) index += 1;
    options.set(name, inline ?? args[index] ?? '');
  }
  return options;
}
