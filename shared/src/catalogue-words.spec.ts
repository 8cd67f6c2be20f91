import * as catalogue from './catalogue';
import { rulesNotOnRecord } from './eligibility/words';
import { derived } from './facts/derived';
import { doors } from './facts/doors';
import { facts } from './facts/facts';
import { questions } from './facts/questions';
import { factProblems } from './facts/validate-facts';
import { farewellWordProblems, plainWordProblems, questionWordProblems } from './plain-words/plain-words';
import { standardLabels } from './standards/standard-labels';
import { standardRows } from './standards/standards';

type Text = readonly [where: string, text: string];
type Check = (text: string, names: readonly string[]) => readonly string[];

/** Citations keep the words of their document; `words` are what people type, official or not. */
const NOT_READ = ['source', 'sources', 'words'];
const NAMES = catalogue.programmes.flatMap(({ title, formalName }) => [title, formalName]);

/** Every text with a Chinese character under a value, wherever it stands: a new field is read without being named here. */
function textsIn(value: unknown, where: string): readonly Text[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [[where, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !NOT_READ.includes(key))
    .flatMap(([key, part]) => textsIn(part, `${where}.${nameOf(part) ?? key}`));
}

function nameOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const named = part as { readonly id?: unknown; readonly code?: unknown };
  return [named.id, named.code].find((name) => typeof name === 'string') as string | undefined;
}

function problemsIn(texts: readonly Text[], check: Check): readonly string[] {
  return texts.flatMap(([where, text]) => check(text, NAMES).map((problem) => `${where} ${problem} (${text})`));
}

describe('what the catalogue says to a resident', () => {
  it.each(catalogue.programmes.map((programme) => [programme.code, programme] as const))(
    'is plain in every text of %s',
    (code, programme) => {
      const check = programme.door === 'farewell' ? farewellWordProblems : plainWordProblems;
      expect(problemsIn(textsIn(programme, code), check)).toEqual([]);
    },
  );

  it('is plain in the name of every fact, its options, and every derived number', () => {
    expect(problemsIn([...textsIn(facts, 'facts'), ...textsIn(derived, 'derived')], plainWordProblems)).toEqual([]);
  });

  it('is plain and short in every question', () => {
    expect(problemsIn(textsIn(questions, 'questions'), questionWordProblems)).toEqual([]);
  });

  it('is plain in what it says of a wrong answer', () => {
    const wrong = ['no such thing', '2099-01-01', -1, 0.5, 1e15, true, [], null].map((value) =>
      [...Object.keys(facts), 'no-such-fact'].map((fact) => [fact, value]),
    );
    const said = ['no object', ...wrong.map((each) => Object.fromEntries(each))].flatMap((input) =>
      factProblems(facts, input, '2026-11-25'),
    );
    expect(new Set(said.map(({ code }) => code)).size).toBeGreaterThanOrEqual(6);
    expect(
      problemsIn(
        said.map(({ fact, message }) => [fact, message]),
        plainWordProblems,
      ),
    ).toEqual([]);
  });

  it('is plain on every door', () => {
    expect(problemsIn(textsIn(doors, 'doors'), plainWordProblems)).toEqual([]);
  });

  it('is plain in the names of the standards and in their notes', () => {
    const notes = standardRows.map(({ key, from, note }) => [`${key} ${from}`, note ?? ''] as const);
    expect(problemsIn([...textsIn(standardLabels, 'standards'), ...notes], plainWordProblems)).toEqual([]);
  });

  it('is plain where the engine itself speaks', () => {
    expect(problemsIn([['no rules', rulesNotOnRecord('2026-11-25')]], plainWordProblems)).toEqual([]);
  });

  it('is plain in everything else the catalogue offers', () => {
    const { programmes: _, vocabulary: __, engine: ___, rulesVersionOf: ____, ...others } = catalogue;
    expect(problemsIn(textsIn(others, 'catalogue'), plainWordProblems)).toEqual([]);
  });
});

describe('the reader of the catalogue’s texts', () => {
  const grant = {
    code: 'tea-house-grant',
    rule: { of: [{ id: 'C1', text: '须受理', source: { document: '受理办法' } }] },
    words: ['申领'],
  };

  it('finds a text wherever it stands, names the place, and leaves citations and search words alone', () => {
    expect(textsIn(grant, 'tea-house-grant')).toEqual([['tea-house-grant.rule.of.C1.text', '须受理']]);
    expect(problemsIn(textsIn(grant, 'grant'), plainWordProblems)).toEqual([
      'grant.rule.of.C1.text says 受理; people say 收下 or 收您的材料 (须受理)',
      'grant.rule.of.C1.text says 须; people say 要 (须受理)',
    ]);
  });
});
