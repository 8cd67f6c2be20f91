import path from 'node:path';
import { Stop } from '../lib/stop.mjs';

const NOTHING_KEPT = { find: () => undefined, keep: () => {} };

/**
 * Each mutant (those whose name has one of the words) against the spec that should see it, which must go red; and before
 * the mutants of a spec the same tests over what is unchanged, which must not: a spec that is red anyway says nothing of
 * its mutants. `run(mutant | control)` tells `{passed, first, why, seconds}`; what `memory` has of it is not run again.
 * @throws Stop when a mutant is not seen, or a spec is red without one.
 */
export async function runMutants(mutants, { words = [], run, memory = NOTHING_KEPT, say = console.log }) {
  const chosen = mutants.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length === 0) throw new Stop('No mutant is called that.');
  const rows = [];
  const outcomeOf = async (each) => {
    const known = memory.find(each);
    const row = { ...each, ...(known ?? (await run(each))), isKnown: known !== undefined };
    if (isWell(row)) memory.keep(each, row);
    rows.push(row);
    say(line(row));
    return row;
  };
  for (const [control, ofSpec] of bySpec(chosen)) {
    if (!isWell(await outcomeOf(control))) continue;
    for (const mutant of ofSpec) await outcomeOf(mutant);
  }
  judge(rows, chosen.length, say);
}

/** For each spec all its tests that a mutant counts on, once; and those mutants. */
function bySpec(mutants) {
  const groups = new Map();
  for (const mutant of mutants) {
    const place = `${mutant.spec} ${mutant.on ?? ''}`;
    groups.set(place, [...(groups.get(place) ?? []), mutant]);
  }
  return [...groups.values()].map((ofSpec) => {
    const [{ spec, on }] = ofSpec;
    return [
      { control: true, spec, ...(on && { on }), tests: [...new Set(ofSpec.flatMap(({ tests }) => tests))] },
      ofSpec,
    ];
  });
}

function isWell({ control, first }) {
  return Boolean(first) !== Boolean(control);
}

function line(row) {
  const { control, name, spec, first, why, passed, seconds, isKnown } = row;
  const what = control ? `unchanged: ${spec}` : name;
  const outcome = first ? `red: ${spec} › ${first}\n         ${why}` : `green (${passed} passed)`;
  return `${isWell(row) ? 'ok    ' : 'WRONG '} ${what}  ${isKnown ? 'seen before' : `${seconds} s`}\n       ${outcome}`;
}

function judge(rows, wanted, say) {
  const mutants = rows.filter(({ control }) => !control);
  const survivors = mutants.filter(({ first }) => !first);
  const killed = mutants.filter(({ first }) => first);
  const broken = rows.filter(({ control, first }) => control && first);
  say(`\n| mutant | what turned red |\n|---|---|`);
  for (const { name, spec, first } of killed) say(`| ${name} | ${path.basename(spec)}: ${first} |`);
  const left = wanted - mutants.length;
  say(
    `\n${killed.length} seen, ${survivors.length} not seen, ${left} not tried, ${broken.length} specs red without any`,
  );
  if (broken.length > 0)
    throw new Stop(`Red over what is unchanged, so it says nothing of mutants: ${broken.map(({ spec }) => spec)}.`);
  if (survivors.length > 0) throw new Stop(`Nothing saw: ${survivors.map(({ name }) => name).join('; ')}.`);
}
