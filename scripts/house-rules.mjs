import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from './lib/content-hash.mjs';
import { houseProblems } from './lib/house-rules.mjs';
import { inRoot, ROOT } from './lib/root.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

const READ = ['shared', 'server', 'miniapp', 'e2e', 'scripts', 'docs', 'README.md'];
const TEXT = /\.(tsx?|mjs|cjs|js|scss|md)$/;

/** Reads every source and document of the house against lib/house-rules.mjs. */
await runCommand(async () => {
  const files = listFiles(READ, (file) => TEXT.test(file));
  const exists = (file, target) => existsSync(inRoot(path.dirname(file), target));
  const problems = files.flatMap((file) =>
    houseProblems(path.relative(ROOT, file), readFileSync(file, 'utf8'), exists),
  );
  if (problems.length > 0) throw new Stop(problems.join('\n'));
  console.log(`${files.length} files keep the rules of the house.`);
});
