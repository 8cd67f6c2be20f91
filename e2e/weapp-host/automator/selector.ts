import { parse, type Selector, stringify } from 'css-what';

/** A WeChat selector as the page's DOM understands it. */
export interface TranslatedSelector {
  readonly css: string;
  /** True for `>>>`: also look inside other components. Only this host knows it; portable tests do not use it. */
  readonly pierce: boolean;
}

/**
 * Translates a selector written against WXML: tags get their `wx-` prefix, and a class matches under every
 * style-isolation scope too. Throws on a selector that is no CSS.
 */
export function translateSelector(selector: string, scopes: readonly string[]): TranslatedSelector {
  const pierce = selector.includes('>>>');
  const alternatives = parse(selector.replace(/>>>/g, ' '));
  const translated = alternatives.map((tokens) => tokens.map((token) => translateToken(token, scopes)));
  return { css: stringify(translated), pierce };
}

function translateToken(token: Selector, scopes: readonly string[]): Selector {
  if (token.type === 'tag') return { ...token, name: token.name === 'page' ? 'wx-page' : `wx-${token.name}` };
  const isClass = token.type === 'attribute' && token.name === 'class' && token.action === 'element';
  if (!isClass || scopes.length === 0) return token;
  const names = ['', ...scopes.map((scope) => `${scope}--`)];
  return {
    type: 'pseudo',
    name: 'is',
    data: names.map((prefix) => [{ ...token, value: prefix + token.value }]),
  } as Selector;
}
