import { posix } from 'node:path';
import postcss, { type Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import type { DistFiles } from './dist-files';

/** Selectors that name no element of the page: the universal one and the steps of keyframes. */
const NOT_AN_ELEMENT = /^(\*|from|to|\d.*)$/;
const IMPORTED_PATH = /["']([^"']+)["']/;
const VIEW_WIDTH_PER_RPX = 7.5;

/** `750rpx` is the width of the screen; WeChat's rounding to device pixels is not imitated. */
export function rpxToViewWidth(text: string): string {
  return text.replace(/(-?[\d.]+)rpx\b/g, (_, amount: string) => {
    return `${Number((Number(amount) / VIEW_WIDTH_PER_RPX).toFixed(5))}vw`;
  });
}

/**
 * Turns a WXSS file, with what it imports, into CSS for a page of the host: built-in tags become `wx-*` elements,
 * `page` the body, rpx viewport widths. With a scope each class is prefixed `scope--` (style isolation).
 * A file that does not exist is an empty style sheet, as in WeChat.
 */
export function compileStyle(files: DistFiles, path: string, scope = '', seen = new Set<string>()): string {
  if (seen.has(path) || !files.has(path)) return '';
  seen.add(path);
  const root = postcss.parse(files.text(path), { from: path });
  const imported = inlineImports(root, files, path, scope, seen);
  translateStyle(root, scope);
  return `${imported}${root.toString()}\n`;
}

function inlineImports(root: Root, files: DistFiles, path: string, scope: string, seen: Set<string>): string {
  let imported = '';
  root.walkAtRules('import', (rule) => {
    const target = IMPORTED_PATH.exec(rule.params)?.[1];
    if (target === undefined) return;
    const resolved = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target);
    imported += compileStyle(files, resolved, scope, seen);
    rule.remove();
  });
  return imported;
}

function translateStyle(root: Root, scope: string): void {
  root.walkDecls((declaration) => {
    declaration.value = rpxToViewWidth(declaration.value);
  });
  root.walkRules((rule) => {
    const parent = rule.parent;
    if (parent?.type === 'atrule' && 'name' in parent && /keyframes/.test(String(parent.name))) return;
    rule.selector = translateSelector(rule.selector, scope);
  });
}

/** One WXSS selector for the host's document. Exported for its tests. */
export function translateSelector(selector: string, scope: string): string {
  return selectorParser((root) => {
    root.walkTags((tag) => {
      if (NOT_AN_ELEMENT.test(tag.value)) return;
      tag.value = tag.value === 'page' ? 'body' : `wx-${tag.value}`;
    });
    root.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return;
      pseudo.replaceWith(
        selectorParser.attribute({ attribute: 'wx-host', operator: '=', value: scope, quoteMark: '"', raws: {} }),
      );
    });
    if (scope === '') return;
    root.walkClasses((name) => {
      name.value = `${scope}--${name.value}`;
    });
  }).processSync(selector);
}
