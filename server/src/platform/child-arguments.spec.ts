import { Worker } from 'node:worker_threads';
import { childArguments } from './child-arguments';

const MEMORY = ['--max-semi-space-size=12', '--heap-growing-percent=1000', '--max_old_space_size=2048'];

function startThread(execArgv: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    new Worker('process.exit(0)', { eval: true, execArgv }).once('error', reject).once('exit', resolve);
  });
}

describe('a thread of a server that was told how to keep its memory', () => {
  it('starts, with all else the server was told', async () => {
    const own = ['--enable-source-maps', ...MEMORY];
    expect(childArguments(own)).toEqual(['--enable-source-maps']);
    await expect(startThread(childArguments(own))).resolves.toBe(0);
  });

  it('would not start with that', () => {
    expect(() => new Worker('', { eval: true, execArgv: MEMORY })).toThrow('invalid execArgv');
  });
});
