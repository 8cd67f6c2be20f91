import { requireFrom } from '../../lib/root.mjs';
import { Stop } from '../../lib/stop.mjs';

/**
 * The text of a file with the mutant's words in place of those it names. Throws a `Stop` unless these stand there exactly
 * once and what comes out can be read: code moves, and a mutant that changes nothing, or breaks everything, proves nothing.
 */
export function mutated(text, { name, file, find, put }) {
  const found = text.split(find).length - 1;
  if (found !== 1) throw new Stop(`"${name}" finds its words ${found} times in ${file}, not once:\n${find}`);
  const after = text.replace(find, () => put);
  if (after === text) throw new Stop(`"${name}" changes nothing in ${file}.`);
  mustBeReadable(after, name, file);
  return after;
}

function mustBeReadable(text, name, file) {
  try {
    requireFrom('', '@swc/core').parseSync(text, { syntax: 'typescript', decorators: true });
  } catch (error) {
    throw new Stop(`"${name}" leaves ${file} unreadable: ${error.message}`);
  }
}
