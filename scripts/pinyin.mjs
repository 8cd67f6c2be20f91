import { readFileSync, writeFileSync } from 'node:fs';
import { loadTypeScript } from './lib/bundled.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand } from './lib/stop.mjs';

const TABLE = inRoot('shared/src/search/pinyin-table.json');

/** `npm run pinyin`: how the library's words are read, for the search; after a word of a programme or a guide changed. */
await runCommand(async () => {
  await setUp();
  const { currentPinyinTable } = await loadTypeScript('pinyin.ts');
  const table = currentPinyinTable();
  const text = `${JSON.stringify(table, null, 2)}\n`;
  const changed = text !== readFileSync(TABLE, 'utf8');
  if (changed) writeFileSync(TABLE, text);
  const characters = Object.values(table.usual).join('').length;
  console.log(
    `${characters} characters, ${changed ? 'written anew' : 'as before'}. What is read otherwise than usual:`,
  );
  for (const [word, syllables] of Object.entries(table.otherwise)) console.log(`  ${word}  ${syllables}`);
});
