import type { Programme, Relation } from '../eligibility/programme';
import { MOST_TIED, tiedTogether } from './best-set';
import { relationsOf } from './candidates';

/**
 * Everything wrong with how programmes stand to each other, one readable line each; empty when a plan may be made of
 * them.
 */
export function relationProblems(programmes: readonly Programme[]): readonly string[] {
  const codes = new Set(programmes.map(({ code }) => code));
  const relations = programmes.flatMap(({ code, relations: said = [] }) =>
    said.map((relation) => ({ code, relation })),
  );
  return [
    ...relations.flatMap(({ code, relation }) =>
      ownProblems(code, relation, codes).map((line) => `programmes/${code} ${relation.kind}: ${line}`),
    ),
    ...saidTwice(relations),
    ...waitsForWhatItExcludes(programmes),
    ...circles([...waitsOf(programmes), ...orderOf(programmes)]),
    ...tooManyTied(programmes),
  ];
}

interface Placed {
  readonly code: string;
  readonly relation: Relation;
}

function othersOf(relation: Relation): readonly string[] {
  return relation.kind === 'waits-for' ? relation.anyOf : [relation.other];
}

function ownProblems(code: string, relation: Relation, codes: ReadonlySet<string>): readonly string[] {
  const others = othersOf(relation);
  return [
    ...others.filter((other) => !codes.has(other)).map((other) => `no programme is called ${other}`),
    ...(others.includes(code) ? ['is about itself'] : []),
    ...(others.length === 0 ? ['names nothing to wait for'] : []),
    ...(relation.why.trim() === '' ? ['does not say why'] : []),
    ...(relation.source.document.trim() === '' ? ['names no source document'] : []),
    ...(relation.source.row.trim() === '' ? ['names no row of docs/policy-facts.md'] : []),
  ];
}

/** Whether two may both be had is said once a pair, whichever way; the rest once in each direction. */
function saidTwice(relations: readonly Placed[]): readonly string[] {
  const seen = new Set<string>();
  return relations.flatMap(({ code, relation }) =>
    othersOf(relation).flatMap((other) => {
      const both = ['excludes', 'stacks-with', 'unsettled-with'].includes(relation.kind);
      const pair = both ? [code, other].sort().join(' and ') : `${code} ${relation.kind} ${other}`;
      if (!seen.has(pair)) {
        seen.add(pair);
        return [];
      }
      return [both ? `${pair}: whether both may be had is said twice` : `${pair}: is said twice`];
    }),
  );
}

/** Also through others: then it could never be had. */
function waitsForWhatItExcludes(programmes: readonly Programme[]): readonly string[] {
  const waits = waitsOf(programmes);
  return relationsOf(programmes, 'excludes').flatMap(({ by, relation: { other } }) =>
    [
      [by.code, other],
      [other, by.code],
    ].flatMap(([code = '', needed = '']) =>
      comesBefore(needed, code, waits) ? [`programmes/${code} waits-for: ${needed} may not be had beside it`] : [],
    ),
  );
}

function comesBefore(earlier: string, code: string, pairs: readonly Before[], seen: readonly string[] = []): boolean {
  if (earlier === code || seen.includes(code)) return false;
  const direct = pairs.filter(([, later]) => later === code).map(([one]) => one);
  return direct.includes(earlier) || direct.some((one) => comesBefore(earlier, one, pairs, [...seen, code]));
}

type Before = readonly [earlier: string, later: string];

function waitsOf(programmes: readonly Programme[]): readonly Before[] {
  return relationsOf(programmes, 'waits-for').flatMap(({ by, relation }) =>
    relation.anyOf.map((other) => [other, by.code] as const),
  );
}

function orderOf(programmes: readonly Programme[]): readonly Before[] {
  return relationsOf(programmes, 'excludes')
    .filter(({ relation }) => relation.prefer !== 'higher')
    .map(({ by: { code }, relation: { prefer, other } }) => (prefer === 'this' ? [code, other] : [other, code]));
}

/** Programmes that wait for each other, or go before each other, or both mixed; each circle once. */
function circles(pairs: readonly Before[]): readonly string[] {
  const lines: string[] = [];
  const done = new Set<string>();
  const follow = (code: string, path: readonly string[]): void => {
    const start = path.indexOf(code);
    if (start >= 0) lines.push(`${[...path.slice(start), code].join(' comes before ')}: this runs in a circle`);
    if (start >= 0 || done.has(code)) return;
    for (const [earlier, later] of pairs) if (earlier === code && later !== code) follow(later, [...path, code]);
    done.add(code);
  };
  for (const [earlier] of pairs) follow(earlier, []);
  return lines;
}

function tooManyTied(programmes: readonly Programme[]): readonly string[] {
  const players = programmes.map(({ code, relations = [] }) => ({
    code,
    needs: relations.flatMap((relation) => (relation.kind === 'waits-for' ? [relation.anyOf] : [])),
  }));
  const conflicts = relationsOf(programmes, 'excludes').map(({ by, relation }) => ({
    pair: [by.code, relation.other] as const,
  }));
  return tiedTogether(players, conflicts)
    .filter((group) => group.length > MOST_TIED)
    .map((group) => `${group.length} programmes are tied together; the search is made for ${MOST_TIED} at most`);
}
