import 'reflect-metadata';
import { readConfig } from '../src/platform/config/read-config';
import { serve } from '../src/serve';
import { playPeople } from './booking-crowd';
import { playReadingRoom } from './reading-house';
import { openNothing } from './server';

/** The whole server with the made-up service, in a process of its own, to be hurried and killed. */
async function main(): Promise<void> {
  const quiet = { write: () => undefined };
  const running = await serve(readConfig({ ...process.env, NODE_ENV: 'test', PORT: '0' }), quiet);
  openNothing(running);
  playReadingRoom(running);
  playPeople(running);
  process.stdout.write(`ready at ${running.url}\n`);
}

void main();
