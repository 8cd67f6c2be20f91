import type { ViewElement } from '../../runtime/view-element';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Attributes the renderer adds for itself. */
const INTERNAL = /^(exparser|data-on|wx-host)/;

/** Class names as the developer wrote them: without the prefixes of style isolation, each once. */
export function plainClasses(className: string, scopes: ReadonlySet<string>): string {
  const names = className.split(/\s+/).map((name) => {
    const at = name.indexOf('--');
    return at > 0 && scopes.has(name.slice(0, at)) ? name.slice(at + 2) : name;
  });
  return [...new Set(names)].join(' ');
}

/** WXML of a node as `outerWxml()` shows it. */
export function wxmlOf(node: Node, scopes: ReadonlySet<string>): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeText(node.textContent ?? '');
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  const tag = element.tagName.toLowerCase().replace(/^wx-/, '');
  const attributes = [...element.attributes]
    .filter((attribute) => !INTERNAL.test(attribute.name))
    .map(({ name, value }) => ` ${name}="${escapeText(name === 'class' ? plainClasses(value, scopes) : value)}"`);
  return `<${tag}${attributes.join('')}>${innerWxmlOf(element, scopes)}</${tag}>`;
}

export function innerWxmlOf(element: Element, scopes: ReadonlySet<string>): string {
  return [...element.childNodes].map((child) => wxmlOf(child, scopes)).join('');
}

/** A short name for messages: `<view id="pay" class="button">`. */
export function shortName(element: Element): string {
  const tag = element.tagName.toLowerCase().replace(/^wx-/, '');
  const id = element.id ? ` id="${element.id}"` : '';
  const className = element.getAttribute('class');
  return `<${tag}${id}${className ? ` class="${className}"` : ''}>`;
}

/** An attribute's value with the type the template gave it; null when absent. */
export function attributeOf(element: ViewElement, name: string, scopes: ReadonlySet<string>): unknown {
  if (name === 'class') return plainClasses(element.className, scopes);
  if (name.startsWith('data-')) {
    const key = name.slice('data-'.length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return element.__wxElement?.dataset[key] ?? null;
  }
  const given = element.props && Object.hasOwn(element.props, name) ? element.props[name] : undefined;
  return given ?? element.getAttribute(name);
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
