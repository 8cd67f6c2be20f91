/**
 * An element with its attributes and children. Text is set as text: nothing that came from a server is ever read as
 * HTML here.
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no element ${id}`);
  return found;
}

/** A list of terms; pairs without a value are left out. */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value !== undefined && value !== '');
  return element(
    'dl',
    { class: 'facts' },
    ...known.map(([term, value]) => element('div', {}, element('dt', {}, term), element('dd', {}, String(value)))),
  );
}

export function pill(text, kind = '') {
  return element('span', { class: `pill ${kind}`.trim() }, text);
}

export function cards(items) {
  return element('ul', { class: 'cards' }, ...items);
}

/** One thing of a list: a headline with its pills, its facts, and what can be done. */
export function card(title, pills, ...children) {
  return element(
    'li',
    { class: 'card' },
    element('div', { class: 'card-head' }, element('h2', {}, title), ...pills),
    ...children,
  );
}

/** Says something in passing, aloud for those who listen. */
export function say(text) {
  const said = byId('said');
  said.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => {
    said.textContent = '';
  }, 6000);
}
