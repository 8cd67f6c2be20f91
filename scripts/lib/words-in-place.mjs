import ts from 'typescript';

const HAN = /\p{Script=Han}/u;

/** Where residents' words stand: a reader of plain words (docs/adr/0007) knows these places and no other. */
const PLACES = {
  'miniapp/src/': ['copy/'],
  'shared/src/': [
    // Data, and what answers a wrong one, read by catalogue-words.spec.ts and the specs beside them.
    ...[
      'programmes/',
      'facts/',
      'standards/',
      'guides/',
      'services/',
      'eligibility/words.ts',
      'applications/words.ts',
      'applications/advice.ts',
      'applications/appeal.ts',
      'applications/refusal-words.ts',
      'applications/authorisation-text.ts',
      'applications/clocks.ts',
      'applications/payee-words.ts',
      'applications/recheck.ts',
      'applications/commitment-text.ts',
      'applications/paper-kinds.ts',
      'residents/consent-texts.ts',
      'urgent/words.ts',
    ],
    // Names of districts and streets.
    'places/',
    // The gate names the words that may not be said.
    'plain-words/',
    // What an outside tool is told about a malformed request.
    'dto/',
    // 元 is a unit, 年 月 日 are how a day is written.
    'kernel/money.ts',
    'kernel/day-words.ts',
  ],
};

/** Chinese in a string, a template or JSX text outside those places. Comments and regular expressions may hold it. */
export function wordsInPlace(file, text) {
  const root = Object.keys(PLACES).find((each) => file.startsWith(each));
  if (root === undefined || !/\.tsx?$/.test(file) || /\.spec\.tsx?$|\/fixtures\//.test(file) || !HAN.test(text))
    return [];
  if (PLACES[root].some((place) => file.slice(root.length).startsWith(place))) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return chineseIn(source, source);
}

function chineseIn(source, node) {
  const found = [];
  ts.forEachChild(node, (child) => {
    found.push(...chineseIn(source, child));
  });
  if (!isText(node) || !HAN.test(node.text)) return found;
  const at = node.getStart(source) + Math.max(0, node.getText(source).search(HAN));
  const { line } = source.getLineAndCharacterOfPosition(at);
  return [
    ...found,
    { line: line + 1, message: `“${node.text.trim()}” is a resident's word; it stands in ${homeOf(source)}` },
  ];
}

function isText(node) {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isJsxText(node)
  );
}

function homeOf({ fileName }) {
  return fileName.startsWith('miniapp/')
    ? 'miniapp/src/copy/, one file a screen'
    : 'the data of shared (programmes, facts, …)';
}
