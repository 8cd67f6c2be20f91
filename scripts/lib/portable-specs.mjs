import ts from 'typescript';

/**
 * What keeps the journeys on the mini-program runnable on the real WeChat DevTools (docs/adr/0022): what only our host
 * understands is not for them. `(file, text) → problems [{line, message}]`.
 */
export function portableSpecs(file, text) {
  if (!isForAnyTool(file, text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const problems = [];
  const visit = (node) => {
    for (const message of [textProblem(node), callProblem(node), nameProblem(node), ...strangers(node)]) {
      if (message) problems.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, message });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

/** The specs, and what they share with those of a browser. The bodies of the phone itself are where the rest belongs. */
function isForAnyTool(file, text) {
  if (/^e2e\/specs\/weapp\//.test(file)) return true;
  return /^e2e\/support\/[^/]+\.ts$/.test(file) && /from '\.\/(mini-|app-screen|interview|result-screen)/.test(text);
}

/** A selector of the desk's browser is none of ours. */
function textProblem(node) {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  if (!isText || isFor(node, /^(locator|goto|getBy\w+|match|toMatch|RegExp)$/)) return undefined;
  if (node.text.includes('>>>')) return `"${node.text}" looks into components, which only our host does`;
  if (/\[[\w-]+([~|^$*]?=|\])/.test(node.text))
    return `"${node.text}" selects by an attribute; give it a class or an id`;
  if (/^Host\.\w/.test(node.text)) return `"${node.text}" is a switch of our host; say it by a method of MiniApp`;
  return undefined;
}

function isFor(node, names) {
  const call = ts.findAncestor(node, ts.isCallExpression);
  return call !== undefined && names.test(calledName(call));
}

const SLEEPS_3_S = /^(reLaunch|navigateTo|redirectTo|switchTab|navigateBack)$/;
const SNAPSHOT = /^toMatch\w*Snapshot$/;

function callProblem(node) {
  if (!ts.isCallExpression(node)) return undefined;
  const name = calledName(node);
  if (name === 'setTimeout' || name === 'sleep') return `${name} waits for time; wait for a state (until)`;
  if (SLEEPS_3_S.test(name)) return `${name} of the client sleeps for three seconds; open pages with MiniApp.open`;
  if (SNAPSHOT.test(name)) return `${name} compares what each tool draws in its own way`;
  if (name === 'restoreWxMethod')
    return 'restoreWxMethod does not work in every tool; mock again, or take a fresh phone';
  return undefined;
}

function nameProblem(node) {
  const asks = ts.isIdentifier(node) && node.text === 'askHost' && !ts.isFunctionDeclaration(node.parent);
  return asks ? 'askHost is for the phone’s own body (e2e/support/phone/host-phone.ts)' : undefined;
}

function calledName({ expression }) {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

/** What the language and WeChat give every function inside the app. */
const IN_APP = new Set(
  `wx getApp getCurrentPages console undefined arguments Array Boolean Date Error JSON Map Math NaN Number Object Promise
   RegExp Set String`.split(/\s+/),
);

/** What a function that travels to the app as text names and cannot reach there. */
function strangers(node) {
  if (!ts.isCallExpression(node) || !/^(evaluate|mockWxMethod)$/.test(calledName(node))) return [];
  return node.arguments
    .filter((each) => ts.isArrowFunction(each) || ts.isFunctionExpression(each))
    .flatMap((sent) => {
      const own = new Set();
      const named = new Set();
      const look = (inner) => {
        if (ts.isTypeNode(inner)) return;
        if (ts.isIdentifier(inner)) (declares(inner) ? own : isRead(inner) ? named : new Set()).add(inner.text);
        ts.forEachChild(inner, look);
      };
      look(sent);
      const unknown = [...named].filter((name) => !own.has(name) && !IN_APP.has(name));
      return unknown.map((name) => `"${name}" does not travel with a function that runs inside the app; pass it`);
    });
}

function declares({ parent, ...node }) {
  const names =
    ts.isParameter(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionLike(parent);
  return names && parent.name?.pos === node.pos;
}

function isRead(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  return !ts.isMethodDeclaration(parent);
}
