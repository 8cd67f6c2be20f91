import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { griefColourProblems } from '@jinmen/shared/plain-words/grief-colours';
import { griefCodeProblems, griefStyleProblems, griefWordProblems } from '@jinmen/shared/plain-words/grief-safe';
import { griefProblemsOn } from '../test/grief-watch';
import { textsOf } from '../test/texts-of';
import app from './app.config';
import { tokensCss } from './theme/tokens-css';

const ROOT = 'packages/funeral';
const FRAME = `${ROOT}/shore.tsx`;
const here = (file: string) => path.join(__dirname, file);
const read = (file: string) => readFileSync(here(file), 'utf8');

const pages = (app.subPackages ?? [])
  .filter(({ root }) => root === ROOT)
  .flatMap(({ root, pages: inside }) => inside.map((page: string) => `${root}/${page}.tsx`));
const inPackage = existsSync(here(ROOT))
  ? readdirSync(here(ROOT), { recursive: true, encoding: 'utf8' }).map((file) => `${ROOT}/${file}`)
  : [];
const sources = inPackage.filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'));
const specs = inPackage.filter((file) => file.includes('.spec.'));

/** The files of ours a source names, as it names them: `import`, `import type` left out, and style sheets. */
function importsOf(file: string, text = read(file)): readonly string[] {
  const named = [...text.matchAll(/^(?:import|export)(?! type\b)[^'"]*['"](\.{1,2}\/[^'"]+)['"]/gm)].flatMap(
    ([, name]) => name ?? [],
  );
  return named.flatMap((name) => {
    const base = path.join(path.dirname(file), name);
    const found = [base, `${base}.ts`, `${base}.tsx`].find((each) => /\.\w+$/.test(each) && existsSync(here(each)));
    return found ?? [];
  });
}

/** Everything a page draws itself with. */
function reached(from: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const file of importsOf(from)) reached(file, seen);
  return seen;
}

/** What a variable is on a page of the theme, by the order the style sheet is in. */
const variables = new Map(
  [...tokensCss().matchAll(/([^{}]+)\{([^}]*)\}/g)]
    .filter(([, selector = '']) => /(^|[\s,])(\.theme|\.theme-funeral|page)\s*(,|$)/m.test(selector.trim()))
    .flatMap(([, , body = '']) => [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)])
    .map(([, name = '', value = '']) => [name, value] as const),
);

function problemsOf(file: string): readonly string[] {
  const text = read(file);
  const found = file.endsWith('.scss')
    ? [...griefStyleProblems(text), ...griefColourProblems(text, (name) => variables.get(name))]
    : griefCodeProblems(text);
  return found.map((problem) => `${file} ${problem}`);
}

const drawn = [...new Set(pages.flatMap((page) => [...reached(page)]))].filter((file) => /^(packages|ui)\//.test(file));

describe('every page of farewell', () => {
  it('holds no part, hook, colour or motion of joy or haste, nor does anything it is drawn with', () => {
    expect(drawn.flatMap(problemsOf)).toEqual([]);
  });

  it('says nothing that cheers, presses or counts, in any branch of its copy', () => {
    const copies = new Set(sources.flatMap((file) => importsOf(file)).filter((file) => file.startsWith('copy/')));
    const found = [...copies].flatMap((file) =>
      textsOf(require(here(file))).flatMap((text) =>
        griefWordProblems(text).map((problem) => `${file} ${problem} (${text})`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('stands in the frame that has 先到这里, 96456 and no way to send it on', () => {
    expect(pages.filter((page) => !reached(page).has(FRAME))).toEqual([]);
  });

  it('knows nothing of a marriage', () => {
    const all = [...new Set(pages.flatMap((page) => [...reached(page)]))];
    expect(all.filter((file) => /marriage|divorce/.test(file))).toEqual([]);
  });

  it('is drawn in a test, where grief-watch.ts reads every state of it', () => {
    const tested = new Set(specs.flatMap((file) => importsOf(file)));
    expect(pages.filter((page) => !tested.has(page))).toEqual([]);
  });
});

describe('the rule bites', () => {
  const page = (inside: string) => {
    const element = document.createElement('div');
    element.innerHTML = inside;
    return element;
  };

  it('on a word, a label and a part of a page', () => {
    expect(griefProblemsOn(page('<div>您慢慢选，选好也能改。</div>'))).toEqual([]);
    expect(griefProblemsOn(page('<div>报名成功</div>'))).toEqual([expect.stringMatching(/^cheers: 成功/)]);
    expect(griefProblemsOn(page('<div aria-label="还剩 2 个位置"></div>'))).not.toEqual([]);
    expect(griefProblemsOn(page('<div class="tab-badge">3</div>'))).toEqual(['has a part tab-badge']);
    expect(griefProblemsOn(page('<div class="hold-countdown">29:59</div>'))).toHaveLength(2);
  });

  it('on the colours of joy, as the theme of farewell has them', () => {
    const colourOf = (name: string) => variables.get(name);
    expect(variables.get('--bg')).toBe('#EFF3F5');
    expect(griefColourProblems('.a { color: var(--success); background: var(--warn-soft); }', colourOf)).toEqual([]);
    expect(griefColourProblems('.a { color: var(--door-marriage-ink); }', colourOf)).toHaveLength(1);
    expect(griefColourProblems('.a { color: #B01E2E; }', colourOf)).toHaveLength(1);
  });

  it('on what a page is drawn with: the clock of a wedding is found through the page that has it', () => {
    const found = [...reached('packages/marriage/slots/index.tsx')].filter((file) => /^(packages|ui)\//.test(file));
    expect(found.flatMap(problemsOf).join('\n')).toMatch(/hold-clock/i);
  });
});
