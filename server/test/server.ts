import { OpeningsJob } from '../src/modules/openings/openings.job';
import { readConfig } from '../src/platform/config/read-config';
import { Jobs } from '../src/platform/jobs/jobs';
import { type RunningServer, serve } from '../src/serve';
import { emptyDatabase, type TestDatabase } from './database';

// a thread of the server is one of its sources here, which Node alone cannot read
process.execArgv.push('-r', require.resolve('./register-swc.cjs'));

export interface TestServer extends RunningServer {
  readonly database: TestDatabase;
  /** Every log line so far. */
  logs(): string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Stops it and removes its database. */
  end(): Promise<void>;
}

/** The whole server on a free port and an empty database, or on the given one. */
export async function startServer(
  env: Readonly<Record<string, string>> = {},
  given?: TestDatabase,
): Promise<TestServer> {
  const database = given ?? (await emptyDatabase());
  const { databaseUrl, dataDir } = database.config;
  const own = {
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: dataDir,
    OPENINGS: 'off',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  let logs = '';
  const destination = {
    write: (line: string) => {
      logs += line;
    },
  };
  const running = await withItsJobs(() => serve(readConfig({ ...own, ...env }), destination)).catch(
    async (error: unknown) => {
      await database.remove();
      throw error;
    },
  );
  openNothing(running);
  const { url } = running;
  return {
    ...running,
    database,
    logs: () => logs,
    get: (path, headers = {}) => fetch(`${url}${path}`, { headers }),
    post: (path, body, headers = {}) =>
      fetch(`${url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }),
    end: async () => {
      await running.stop();
      await database.remove();
    },
  };
}

/**
 * In a spec no job comes round by itself, a test wakes the one it is about: what a test is about to put back would be
 * removed five seconds after the start, on a machine slow enough to get there. In a drill or a run of faults they come
 * round as they do for the city.
 */
async function withItsJobs<T>(start: () => Promise<T>): Promise<T> {
  if (process.env.JEST_WORKER_ID === undefined) return start();
  const atRest = jest.spyOn(Jobs.prototype, 'onApplicationBootstrap').mockImplementation(() => undefined);
  try {
    return await start();
  } finally {
    atRest.mockRestore();
  }
}

/** A month of demonstration windows is thousands of rows, made five seconds after a start: a test opens its own few. */
export function openNothing({ app }: Pick<RunningServer, 'app'>): void {
  Object.assign(app.get(OpeningsJob, { strict: false }), { openAhead: async () => undefined });
}
