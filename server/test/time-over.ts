import { RetentionCommands } from '../src/modules/rights/keeping/retention-commands';
import type { TestServer } from './server';

/** Removes what is kept no longer, as the job of every day does; a line for each rule. */
export async function timeOver({ app }: Pick<TestServer, 'app'>): Promise<readonly string[]> {
  return (await app.get(RetentionCommands, { strict: false }).run(false)).lines;
}
