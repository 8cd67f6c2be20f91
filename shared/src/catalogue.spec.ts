import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engine, programmes, RULES_RELEASE, rulesVersionOf, vocabulary } from './catalogue';
import { leavesIn } from './eligibility/clause-problems';
import type { Leaf } from './eligibility/condition';
import type { Programme } from './eligibility/programme';
import { programmeProblems } from './eligibility/programme-problems';
import { isNewerRelease } from './eligibility/rules-release';
import { facts } from './facts/facts';
import { questions } from './facts/questions';
import { recordHas } from './kernel/fixtures/policy-record';
import { relationsOf } from './planner/candidates';
import { relationProblems } from './planner/relation-problems';
import { standardRows } from './standards/standards';
import { unknownStandards } from './standards/unknown-standards';

const FOLDERS = join(__dirname, 'programmes');
const FILES = ['spec.md', 'programme.ts', 'programme.spec.ts'] as const;
const POLICY_FACTS = readFileSync(join(__dirname, '../../docs/policy-facts.md'), 'utf8');
const EMPTY_BY_DESIGN = unknownStandards.map(({ key }) => key);

/** What is wrong between the folders on disk and the catalogue, a readable line each. */
function folderProblems(root: string, listed: readonly string[]): readonly string[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  const repeated = listed.filter((code, index) => listed.indexOf(code) !== index);
  return [
    ...names.flatMap((name) => {
      const present = readdirSync(join(root, name));
      return FILES.filter((file) => !present.includes(file)).map((file) => `programmes/${name} has no ${file}`);
    }),
    ...names.filter((name) => !listed.includes(name)).map((name) => `programmes/${name} is not in catalogue.ts`),
    ...listed
      .filter((code) => !names.includes(code))
      .map((code) => `${code} of catalogue.ts has no folder of that name`),
    ...repeated.map((code) => `${code} is listed twice in catalogue.ts`),
  ];
}

function leavesOf(programme: Programme): readonly Leaf[] {
  return programme.versions
    .flatMap(({ rule, amount }) => [rule, ...(amount?.when ? [amount.when] : [])])
    .flatMap((condition) => leavesIn(condition))
    .map(({ leaf }) => leaf);
}

const isOnRecord = (row: string) => recordHas(POLICY_FACTS, row);

function specOf(programme: Programme): string {
  return readFileSync(join(FOLDERS, programme.code, 'spec.md'), 'utf8');
}

describe('the catalogue and the folders', () => {
  it('lists every folder under programmes, each with its spec, rule and scenarios', () => {
    expect(
      folderProblems(
        FOLDERS,
        programmes.map(({ code }) => code),
      ),
    ).toEqual([]);
  });

  it('names a folder without spec.md, one not listed, and one listed twice or nowhere on disk', () => {
    const root = mkdtempSync(join(tmpdir(), 'programmes-'));
    try {
      for (const name of ['tea-house-grant', 'forgotten']) {
        mkdirSync(join(root, name));
        for (const file of ['programme.ts', 'programme.spec.ts']) writeFileSync(join(root, name, file), '');
      }
      writeFileSync(join(root, 'forgotten', 'spec.md'), '');
      expect(folderProblems(root, ['tea-house-grant', 'tea-house-grant', 'moved'])).toEqual([
        'programmes/tea-house-grant has no spec.md',
        'programmes/forgotten is not in catalogue.ts',
        'moved of catalogue.ts has no folder of that name',
        'tea-house-grant is listed twice in catalogue.ts',
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

describe('how the programmes stand to each other', () => {
  it('has nothing wrong with it', () => {
    expect(relationProblems(programmes)).toEqual([]);
  });

  it('is sourced from rows that docs/policy-facts.md has', () => {
    const rows = programmes.flatMap(({ relations = [] }) => relations.map(({ source }) => source.row));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !isOnRecord(row))).toEqual([]);
  });

  it('knows what a household has from yes/no facts, and whether one person is meant from those and from how many live there', () => {
    const known: Readonly<Record<string, { readonly type: string }>> = facts;
    const held = programmes.flatMap(({ heldAs }) => heldAs ?? []);
    expect(held.filter((fact) => known[fact]?.type !== 'boolean')).toEqual([]);
    const one = relationsOf(programmes, 'excludes').flatMap(({ relation }) => relation.samePersonIf ?? []);
    expect(one.length).toBeGreaterThan(0);
    expect(one.filter(({ fact, is }) => known[fact]?.type !== (is === true ? 'boolean' : 'count'))).toEqual([]);
  });
});

describe.each(programmes.map((programme) => [programme.code, programme] as const))('%s', (_, programme) => {
  it('has nothing wrong with it', () => {
    expect(programmeProblems(programme, vocabulary, standardRows, EMPTY_BY_DESIGN)).toEqual([]);
  });

  it('sources every clause from a row that docs/policy-facts.md has', () => {
    const missing = leavesOf(programme).filter(({ source }) => !isOnRecord(source.row));
    expect(missing.map(({ id, source }) => `${id}: ${source.row}`)).toEqual([]);
  });

  it('has every clause in its spec.md, and its spec.md no other', () => {
    const told = new Set([...specOf(programme).matchAll(/^\| ([CG]\d+)[ ,|]/gm)].map(([, id]) => id));
    const ruled = new Set(leavesOf(programme).map(({ id }) => id));
    expect([...told].sort()).toEqual([...ruled].sort());
    const mentioned = [...specOf(programme).matchAll(/\b[CG]\d+\b/g)].map(([id]) => id);
    expect(mentioned.filter((id) => !ruled.has(id))).toEqual([]);
  });

  it('names in its spec.md every fact it tests', () => {
    const spec = specOf(programme);
    expect(leavesOf(programme).filter(({ fact }) => !spec.includes(`\`${fact}\``))).toEqual([]);
  });
});

describe('the vocabulary', () => {
  it('asks every fact a resident can know in exactly one question, and none that only staff know', () => {
    const asked = questions.flatMap((question) => [...question.facts]).sort();
    const askable = Object.entries(facts).filter(([, { type }]) => type !== 'staff');
    expect(asked).toEqual(askable.map(([name]) => name).sort());
  });

  it('has a door for every programme and every question', () => {
    const known = vocabulary.doors.map(({ code }) => code);
    expect([...programmes, ...questions].filter(({ door }) => !known.includes(door))).toEqual([]);
  });

  it('gives at most six things to tick or to choose from', () => {
    for (const question of questions) expect(question.facts.length).toBeLessThanOrEqual(6);
    for (const fact of Object.values(facts))
      if (fact.type === 'choice') expect(fact.options.length).toBeLessThanOrEqual(6);
  });

  it('lists only yes/no facts together in one question', () => {
    const lists = questions.filter((question) => question.facts.length > 1);
    for (const { facts: names } of lists) for (const name of names) expect(facts[name].type).toBe('boolean');
  });

  it('asks in titles of at most forty characters, each question with its own name', () => {
    for (const { title } of questions) expect([...title].length).toBeLessThanOrEqual(40);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('uses every fact in some rule or derived number', () => {
    const used = JSON.stringify([programmes, vocabulary.derived]);
    const unused = Object.keys(facts).filter((name) => !used.includes(`"fact":"${name}"`));
    expect(unused).toEqual(['rules.on-record']);
  });
});

describe('standards', () => {
  it('come from rows that docs/policy-facts.md has', () => {
    expect(standardRows.filter(({ source }) => !isOnRecord(source.row))).toEqual([]);
  });

  it('are not on record under a row that does not exist', () => {
    expect(['A.1', '0.1', 'J3', 'I', 'B.1'].filter((row) => !isOnRecord(row))).toEqual([]);
    expect(['A.99', 'J99', 'K', 'A.1x'].filter(isOnRecord)).toEqual([]);
  });
});

describe('the version of the rules', () => {
  it('counts like a date, so that a phone can tell which of two is newer', () => {
    expect(isNewerRelease(RULES_RELEASE, '2026.11.2')).toBe(true);
    expect(isNewerRelease('2026.11.2', RULES_RELEASE)).toBe(false);
  });

  it('names release and figures: it changes with a figure of the day, and with nothing else', () => {
    const today = rulesVersionOf(standardRows, '2026-11-24');
    expect(today).toBe(engine.rulesVersion(standardRows, '2026-11-25'));
    expect(rulesVersionOf(standardRows, '2025-08-31')).not.toBe(today);
    expect(rulesVersionOf([...standardRows].reverse(), '2026-11-24')).toBe(today);
  });
});
